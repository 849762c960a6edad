import {
  chromium,
  granted,
  html,
  noHeader,
  notOk,
  page,
  plain,
  preflightNoHeader,
  put,
  type QuestionCase,
  url,
} from "./question-case.ts";

const local = "http://localhost:3000";

/** Where a framework or an application answers. */
export const applications: readonly QuestionCase[] = [
  {
    name: "Ollama: an origin that it does not list",
    text: chromium("http://127.0.0.1:11434/api/generate", "app://obsidian.md", preflightNoHeader),
    dumps: {
      options: "HTTP/1.1 403 Forbidden\ncontent-length: 0\n\n",
      answer: "HTTP/1.1 403 Forbidden\ncontent-length: 0\n\n",
      elsewhere: `HTTP/1.1 200 OK\n${plain}\n\nOllama is running`,
    },
    cause: "options-refused",
    product: "ollama",
    cure: /OLLAMA_ORIGINS="app:\/\/obsidian\.md/,
    never: /OLLAMA_ORIGINS="?\*/,
  },
  {
    name: "Ollama: a token that its list lacks",
    text: `fetch("http://127.0.0.1:11434/v1/chat/completions", { method: "POST", headers: { authorization: "Bearer x", "content-type": "application/json", Referer: "${local}/" }, body: "{}" })`,
    dumps: {
      options:
        "HTTP/1.1 204 No Content\naccess-control-allow-headers: Origin,Content-Length,Content-Type\naccess-control-allow-methods: GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS\naccess-control-allow-origin: *\naccess-control-max-age: 43200\n\n",
      answer: "HTTP/1.1 404 Not Found\n\n",
    },
    cause: "header-not-allowed",
    cure: /authorization/,
  },
  {
    name: "gin: no route for OPTIONS",
    text: put(url, page),
    dumps: { answer: `HTTP/1.1 404 Not Found\n${plain}\n\n404 page not found` },
    cause: "options-unrouted",
    product: "go",
    cure: /cors\.New\(cors\.Options\{/,
  },
  {
    name: "Go: a handler without any header",
    text: `fetch("${url}")`,
    dumps: {
      answer: "HTTP/1.1 200 OK\ncontent-type: application/json\n\n[]",
      elsewhere: `HTTP/1.1 404 Not Found\n${plain}\nx-content-type-options: nosniff\n\n404 page not found\n`,
    },
    cause: "acao-missing",
    product: "go",
  },
  {
    name: "Micronaut: OPTIONS is not allowed",
    text: put(url, page),
    dumps: {
      answer:
        'HTTP/1.1 405 Method Not Allowed\nallow: HEAD,GET\ncontent-type: application/json\n\n{"message":"Method Not Allowed","_embedded":{"errors":[{"message":"Method [OPTIONS] not allowed for URI [/v1/items]. Allowed methods: [HEAD, GET]"}]}}',
    },
    cause: "options-unrouted",
  },
  {
    name: "Quarkus: the filter refuses the origin",
    text: put(url, page),
    dumps: { answer: "HTTP/1.1 403 CORS Rejected - Invalid origin\ncontent-length: 0\n\n" },
    cause: "options-refused",
    says: /200 to 299/,
  },
  {
    name: "Strapi: a header with a letter missing",
    text: chromium(
      "http://localhost:1337/api/products",
      local,
      "Request header field authorizarion is not allowed by Access-Control-Allow-Headers in preflight response.",
    ),
    dumps: {
      options: `HTTP/1.1 204 No Content\naccess-control-allow-origin: ${local}\naccess-control-allow-headers: Content-Type,Authorization,Origin,Accept\naccess-control-allow-methods: GET,HEAD,PUT,POST,DELETE,PATCH\nvary: Origin\nx-powered-by: Strapi <strapi.io>\n\n`,
      answer: `HTTP/1.1 200 OK\naccess-control-allow-origin: ${local}\nvary: Origin\nx-powered-by: Strapi <strapi.io>\n\n{}`,
    },
    cause: "header-not-allowed",
    says: /authorization/i,
  },
  {
    name: "Strapi: another origin in its list",
    text: `axios.post("http://localhost:1337/api/auth/local", { a: 1 })`,
    dumps: {
      answer: "HTTP/1.1 204 No Content\nvary: Origin\nx-powered-by: Strapi <strapi.io>\n\n",
    },
    cause: "acao-missing",
    product: "strapi",
    cure: /strapi::cors/,
  },
  {
    name: "Directus: CORS is switched off",
    text: chromium("http://cms.example.com:8055/items/trips/3", local, noHeader),
    dumps: {
      answer: "HTTP/1.1 200 OK\nx-powered-by: Directus\ncontent-type: application/json\n\n{}",
    },
    cause: "acao-missing",
    product: "directus",
    cure: /CORS_ENABLED="?true/,
    never: /CORS_ORIGIN="?(?:true|\*)/,
  },
  {
    name: "WPGraphQL: the page sends the header of a response",
    text: `useSWR("https://cms.example.com/graphql", (u) => fetch("https://cms.example.com/graphql", { method: "POST", headers: { "content-type": "application/json", "Access-Control-Allow-Origin": "${local}/" }, body: "{}" }))`,
    dumps: {
      options: `HTTP/1.1 200 OK\nx-powered-by: PHP/8.1.2\naccess-control-allow-origin: ${local}\naccess-control-allow-headers: Authorization, Content-Type\n\n`,
      answer: "HTTP/1.1 200 OK\nx-powered-by: PHP/8.1.2\n\n{}",
    },
    cause: "response-header-in-request",
    audience: "page",
  },
  {
    name: "WPGraphQL: the address of the site with its slash",
    text: `fetch("https://cms.example.com/graphql", { "headers": { "Referer": "https://shop.example.com/" }, "credentials": "include" })`,
    dumps: {
      answer:
        "HTTP/1.1 200 OK\nx-powered-by: PHP/8.1.2\naccess-control-allow-origin: https://shop.example.com/\naccess-control-allow-credentials: true\n\n{}",
    },
    cause: "acao-not-serialized",
    product: "php",
    never: /example\.com\/"/,
  },
  {
    name: "Apollo Server refuses a simple request",
    text: `fetch("https://api.example.com/graphql?query=%7B__typename%7D")`,
    dumps: {
      answer:
        'HTTP/1.1 400 Bad Request\nx-powered-by: Express\ncontent-type: application/json\n\n{"errors":[{"message":"This operation has been blocked as a potential Cross-Site Request Forgery (CSRF)."}]}',
    },
    cause: "bad-request",
  },
  {
    name: "an origin without its scheme",
    text: chromium(url, local, noHeader),
    dumps: {
      answer:
        "HTTP/1.1 200 OK\nx-powered-by: Express\naccess-control-allow-origin: localhost:3000\n\n[]",
    },
    cause: "acao-mismatch",
    says: /scheme is missing/,
    product: "express",
  },
  {
    name: "an origin with a comma behind it",
    text: chromium(
      url,
      local,
      "The 'Access-Control-Allow-Origin' header contains multiple values 'http://localhost:3000,', but only one is allowed.",
    ),
    dumps: { answer: "HTTP/1.1 200 OK\naccess-control-allow-origin: http://localhost:3000,\n\n[]" },
    cause: "header-list",
  },
  {
    name: "every method by a star, and cookies",
    text: `fetch("${url}", { method: "DELETE", credentials: "include", headers: { Referer: "${page}/" } })`,
    dumps: {
      answer: `HTTP/1.1 204 No Content\naccess-control-allow-origin: ${page}\naccess-control-allow-credentials: true\naccess-control-allow-methods: *\nvary: Origin\n\n`,
    },
    cause: "method-not-allowed",
    cure: /DELETE/,
  },
  {
    name: "every header by a star, and cookies",
    text: `fetch("${url}", { method: "POST", credentials: "include", headers: { "content-type": "application/json", Referer: "${page}/" }, body: "{}" })`,
    dumps: {
      answer: `HTTP/1.1 204 No Content\naccess-control-allow-origin: ${page}\naccess-control-allow-credentials: true\naccess-control-allow-headers: *\nvary: Origin\n\n`,
    },
    cause: "header-not-allowed",
    cure: /content-type/,
    never: /Allow-Headers: \*/,
  },
  {
    name: "Laravel fails, and its error page has no header",
    text: put(url, page),
    dumps: {
      options: granted(page),
      answer: `HTTP/1.1 500 Internal Server Error\nx-powered-by: PHP/8.2.1\n${html}\n\n<title>Laravel</title><h1>SQLSTATE[HY000]</h1>`,
    },
    cause: "handler-failed",
    cure: /Mend the handler/,
  },
  {
    name: "a status that says nothing, with a login in its body",
    text: chromium(url, page, notOk),
    dumps: {
      answer:
        'HTTP/1.1 401 Unauthorized\nserver: gunicorn\nwww-authenticate: JWT realm="api"\ncontent-type: application/json\n\n{"detail":"Authentication credentials were not provided."}',
    },
    cause: "options-needs-login",
  },
  {
    name: "Express: the callback of cors() throws for a GET",
    text: `axios.get("${url}")`,
    dumps: {
      answer: `HTTP/1.1 500 Internal Server Error\nx-powered-by: Express\n${html}\n\n<pre>Error: Not allowed by CORS<br> at origin (app.js:12)</pre>`,
    },
    cause: "acao-missing",
    product: "express",
    cure: /app\.use\(cors\(/,
    says: /refuses https:\/\/example\.com with 500/,
    never: /Mend the handler/,
  },
  {
    name: "Express: the callback of cors() throws for a preflight",
    text: put(url, page),
    dumps: {
      answer: `HTTP/1.1 500 Internal Server Error\nx-powered-by: Express\n${html}\n\n<pre>Error: Not allowed by CORS</pre>`,
    },
    cause: "options-refused",
    product: "express",
    cure: /app\.use\(cors\(/,
    says: /refuses https:\/\/app\.example\.com with 500/,
  },
  {
    name: "Spring refuses a GET of a page that is in no list",
    text: chromium(url, page, noHeader),
    dumps: {
      answer:
        "HTTP/1.1 403 Forbidden\nvary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers\n\nInvalid CORS request",
    },
    cause: "acao-missing",
    product: "spring",
    cure: /setAllowedOrigins/,
    never: /firewall/,
  },
  {
    name: "gin: 403 for a page that is in no list, and data for everyone else",
    text: chromium(url, page, noHeader),
    dumps: {
      answer: "HTTP/1.1 403 Forbidden\n\n",
      withoutOrigin: "HTTP/1.1 200 OK\ncontent-type: application/json\n\n[]",
      elsewhere: `HTTP/1.1 404 Not Found\n${plain}\n\n404 page not found`,
    },
    cause: "acao-missing",
    says: /without Origin the same request is answered with 200/,
    never: /firewall/,
  },
  {
    name: "Vert.x: the reason stands in the status alone",
    text: put(url, page),
    dumps: { answer: "HTTP/1.1 403 CORS Rejected - Invalid origin\n\n" },
    cause: "options-refused",
  },
];
