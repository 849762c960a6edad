import {
  chromium,
  noHeader,
  notOk,
  preflightNoHeader,
  put,
  type QuestionCase,
} from "./question-case.ts";

const page = "http://localhost:4200";
const url = "https://api.example.com/items";
const security =
  "x-content-type-options: nosniff\ncache-control: no-cache, no-store, max-age=0, must-revalidate\npragma: no-cache\nexpires: 0";

export const servers: readonly QuestionCase[] = [
  {
    name: "Spring Security answers the preflight with 401",
    text: put(url, page, '"authorization": "Bearer x"'),
    dumps: { answer: `HTTP/1.1 401 Unauthorized\nwww-authenticate: Bearer\n${security}\n\n` },
    cause: "options-needs-login",
    product: "spring",
    cure: /http\.cors\(/,
  },
  {
    name: "Spring: the origin is in no list",
    text: put(url, page),
    dumps: {
      answer:
        "HTTP/1.1 403 Forbidden\nvary: Origin\nvary: Access-Control-Request-Method\n\nInvalid CORS request",
    },
    cause: "options-refused",
    product: "spring",
    cure: /setAllowedOrigins/,
  },
  {
    name: "Express: * and credentials",
    text: `axios.get("${url}", { withCredentials: true })`,
    dumps: {
      answer: "HTTP/1.1 200 OK\nx-powered-by: Express\naccess-control-allow-origin: *\n\n[]",
    },
    cause: "acao-wildcard-credentials",
    product: "express",
    cure: /credentials: true/,
    never: /origin: true/,
  },
  {
    name: "Express: cors() on the GET alone",
    text: put(url, page),
    dumps: {
      options:
        "HTTP/1.1 404 Not Found\nx-powered-by: Express\ncontent-type: text/html\n\n<pre>Cannot OPTIONS /items</pre>",
      answer: "HTTP/1.1 200 OK\nx-powered-by: Express\naccess-control-allow-origin: *\n\n[]",
    },
    cause: "options-unrouted",
    product: "express",
    cure: /app\.use\(cors\(/,
  },
  {
    name: "FastAPI: a 500 behind a preflight that passed",
    text: put(url, page),
    dumps: {
      options: `HTTP/1.1 200 OK\nserver: uvicorn\naccess-control-allow-origin: ${page}\naccess-control-allow-methods: GET, PUT\naccess-control-allow-headers: content-type\nvary: Origin\n\nOK`,
      answer: "HTTP/1.1 500 Internal Server Error\nserver: uvicorn\n\nInternal Server Error",
    },
    cause: "handler-failed",
    audience: "server",
    cure: /Mend the handler/,
    never: /CORSMiddleware/,
  },
  {
    name: "FastAPI: no middleware at all",
    text: put(url, page),
    dumps: {
      answer:
        'HTTP/1.1 405 Method Not Allowed\nserver: uvicorn\nallow: GET, PUT\n\n{"detail":"Method Not Allowed"}',
    },
    cause: "options-unrouted",
    product: "fastapi",
    cure: /CORSMiddleware/,
  },
  {
    name: "FastAPI: * and credentials",
    text: `fetch("${url}", { credentials: "include" })`,
    dumps: {
      answer:
        "HTTP/1.1 200 OK\nserver: uvicorn\naccess-control-allow-origin: *\naccess-control-allow-credentials: true\n\n{}",
    },
    cause: "acao-wildcard-credentials",
    product: "fastapi",
    cure: /allow_credentials=True/,
    never: /allow_origin_regex/,
  },
  {
    name: "Django: the slash is missing",
    text: put(url, page),
    dumps: {
      answer:
        "HTTP/1.1 301 Moved Permanently\nserver: WSGIServer/0.2 CPython/3.12\nlocation: /items/\n\n",
    },
    cause: "redirect-slash",
    audience: "page",
    cure: /\/items\/"/,
    never: /CORS_ALLOWED_ORIGINS/,
  },
  {
    name: "Django: a POST without its CSRF token",
    text: `fetch("${url}", { method: "POST", body: "a=1", headers: { "content-type": "application/x-www-form-urlencoded" } })`,
    dumps: {
      answer:
        "HTTP/1.1 403 Forbidden\nserver: WSGIServer/0.2 CPython/3.12\ncontent-type: text/html\n\n<h1>Forbidden (403)</h1><p>CSRF verification failed. Request aborted.</p>",
    },
    cause: "forbidden",
    never: /log ?in/i,
  },
  {
    name: "Rails: no route for OPTIONS",
    text: put(url, page),
    dumps: {
      answer:
        'HTTP/1.1 404 Not Found\nx-request-id: 1\nx-runtime: 0.006412\ncontent-type: text/html\n\nNo route matches [OPTIONS] "/items"',
    },
    cause: "options-unrouted",
    product: "rack-cors",
    cure: /Rack::Cors/,
  },
  {
    name: "Laravel: the session is sent, and supports_credentials is false",
    text: `axios.get("${url}", { withCredentials: true })`,
    dumps: {
      answer:
        "HTTP/1.1 200 OK\nserver: nginx\nx-powered-by: PHP/8.3\nset-cookie: laravel_session=abc; path=/; httponly\naccess-control-allow-origin: https://example.com\nvary: Origin\n\n[]",
    },
    cause: "acac-missing",
    never: /abc/,
  },
  {
    name: "Laravel: a token that has expired",
    text: `axios.post("${url}", { a: 1 })`,
    dumps: {
      options: `HTTP/1.1 204 No Content\naccess-control-allow-origin: https://example.com\naccess-control-allow-methods: POST\naccess-control-allow-headers: content-type\nvary: Origin\n\n`,
      answer:
        "HTTP/1.1 419 unknown status\nx-powered-by: PHP/8.3\ncontent-type: text/html\n\n<title>Page Expired</title>",
    },
    cause: "bad-request",
  },
  {
    name: "ASP.NET Core: http is redirected to https in front of CORS",
    text: put("http://localhost:5000/items", page),
    dumps: {
      answer:
        "HTTP/1.1 307 Temporary Redirect\nserver: Kestrel\nlocation: https://localhost:5001/items\n\n",
    },
    cause: "redirect-https",
    audience: "page",
    cure: /https:\/\/localhost:5001\/items/,
  },
  {
    name: "IIS: OPTIONS belongs to another module",
    text: put(url, page),
    dumps: {
      answer:
        "HTTP/1.1 405 Method Not Allowed\nserver: Microsoft-IIS/10.0\nallow: GET, HEAD, TRACE\n\n",
    },
    cause: "options-unrouted",
    product: "iis",
  },
  {
    name: "nginx and the application both set the header",
    text: chromium(
      url,
      page,
      `The 'Access-Control-Allow-Origin' header contains multiple values '*, *', but only one is allowed.`,
    ),
    dumps: {
      answer:
        "HTTP/1.1 200 OK\nserver: nginx/1.24.0\naccess-control-allow-origin: *\naccess-control-allow-origin: *\n\n{}",
    },
    cause: "header-twice",
    product: "nginx",
    cure: /proxy_hide_header Access-Control-Allow-Origin/,
  },
  {
    name: "nginx: add_header without always, on a 404",
    text: chromium(url, page, noHeader),
    dumps: {
      answer: "HTTP/1.1 404 Not Found\nserver: nginx\n\n<center>nginx</center>",
      elsewhere: "HTTP/1.1 200 OK\nserver: nginx\naccess-control-allow-origin: *\n\nok",
    },
    cause: "not-found",
  },
  {
    name: "Socket.IO has its own CORS",
    text: chromium(
      "http://localhost:3001/socket.io/?EIO=4&transport=polling&t=abc",
      "http://localhost:3000",
      noHeader,
      "XMLHttpRequest",
    ),
    dumps: {
      answer: 'HTTP/1.1 200 OK\nx-powered-by: Express\ncontent-type: text/plain\n\n0{"sid":"a"}',
    },
    cause: "acao-missing",
    product: "socket-io",
    cure: /new Server\(httpServer/,
  },
  {
    name: "a token endpoint of Keycloak without Web origins",
    text: chromium(
      "https://id.example.com/realms/shop/protocol/openid-connect/token",
      page,
      noHeader,
    ),
    dumps: { answer: 'HTTP/1.1 200 OK\ncontent-type: application/json\n\n{"access_token":"abc"}' },
    cause: "acao-missing",
    product: "keycloak",
    never: /abc/,
  },
  {
    name: "a Vite server's proxy that finds no server",
    text: chromium("http://localhost:5173/api/items", "http://localhost:3000", noHeader),
    dumps: { answer: "HTTP/1.1 500 Internal Server Error\ncontent-type: text/plain\n\n" },
    cause: "handler-failed",
  },
  {
    name: "a wildcard in a list is no pattern",
    text: chromium(url, "https://shop.example.com", noHeader),
    dumps: { answer: "HTTP/1.1 200 OK\naccess-control-allow-origin: https://*.example.com\n\n{}" },
    cause: "acao-mismatch",
    says: /no patterns/,
  },
  {
    name: "localhost is not 127.0.0.1",
    text: chromium(url, "http://127.0.0.1:3000", preflightNoHeader),
    dumps: { answer: "HTTP/1.1 200 OK\naccess-control-allow-origin: http://localhost:3000\n\n{}" },
    cause: "acao-mismatch",
    says: /differ in the name of the host/,
  },
  {
    name: "https is not http, and www is another host",
    text: chromium(url, "https://www.example.com", noHeader),
    dumps: { answer: "HTTP/1.1 200 OK\naccess-control-allow-origin: http://example.com\n\n{}" },
    cause: "acao-mismatch",
    says: /the scheme and the name of the host/,
  },
  {
    name: "an app of Capacitor",
    text: "[Error] Origin capacitor://localhost is not allowed by Access-Control-Allow-Origin. Status code: 200\n[Error] Fetch API cannot load https://api.example.com/items due to access control checks.",
    dumps: { answer: "HTTP/1.1 200 OK\nx-powered-by: Express\n\n[]" },
    cause: "acao-missing",
    product: "express",
    cure: /"capacitor:\/\/localhost"/,
  },
  {
    name: "an extension",
    text: chromium(url, "chrome-extension://abcdefghijklmnopabcdefghijklmnop", noHeader),
    dumps: { answer: "HTTP/1.1 200 OK\n\n[]" },
    cause: "acao-missing",
    audience: "page",
    cure: /"host_permissions": \["https:\/\/api\.example\.com\/\*"\]/,
  },
  {
    name: "Electron's file: page",
    text: chromium(url, "null", noHeader),
    dumps: { answer: "HTTP/1.1 200 OK\n\n[]" },
    cause: "page-origin-opaque",
    never: /"null"\]|Allow-Origin: null/,
  },
  {
    name: "a third party's token endpoint that only servers may ask",
    text: put("https://github.com/login/oauth/access_token", page),
    dumps: { answer: "HTTP/1.1 404 Not Found\nserver: GitHub.com\n\n" },
    cause: "options-unrouted",
  },
  {
    name: "a status that Chromium only calls not ok",
    text: chromium(url, page, notOk),
    dumps: {
      options: "HTTP/1.1 500 Internal Server Error\n\n",
      answer: "HTTP/1.1 200 OK\naccess-control-allow-origin: *\n\n[]",
    },
    cause: "handler-failed",
  },
];
