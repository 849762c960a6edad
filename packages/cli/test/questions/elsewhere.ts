import {
  chromium,
  noHeader,
  notOk,
  preflightNoHeader,
  put,
  type QuestionCase,
} from "./question-case.ts";

const page = "https://app.example.com";
const local = "http://localhost:3000";
const url = "https://api.example.com/v1/items";
const plain = "content-type: text/plain; charset=utf-8";
const html = "content-type: text/html";
const granted = (origin: string): string =>
  `HTTP/1.1 204 No Content\naccess-control-allow-origin: ${origin}\naccess-control-allow-methods: GET, POST, PUT, DELETE\naccess-control-allow-headers: content-type, authorization\nvary: Origin\n\n`;

/** Servers and clouds that people had beside the well-known ones. */
export const elsewhere: readonly QuestionCase[] = [
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
    name: "Spring behind a proxy: 403 without a body",
    text: put(url, page),
    dumps: {
      answer:
        "HTTP/1.1 403\nserver: nginx/1.10.3 (Ubuntu)\nx-application-context: application:prod\nallow: GET, HEAD, POST, PUT, DELETE, OPTIONS, PATCH\n\n",
    },
    cause: "options-refused",
    product: "spring",
    cure: /setAllowedOrigins/,
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
    name: "Shopify: accept-language with a value that is longer than goes without asking",
    text: chromium(
      "https://shop.myshopify.com/api/2021-07/graphql",
      page,
      "Request header field accept-language is not allowed by Access-Control-Allow-Headers in preflight response.",
    ),
    dumps: {
      options:
        "HTTP/1.1 204 No Content\naccess-control-allow-origin: *\naccess-control-allow-methods: POST\naccess-control-allow-headers: content-type, x-shopify-storefront-access-token\n\n",
      answer: "HTTP/1.1 200 OK\naccess-control-allow-origin: *\n\n{}",
    },
    cause: "header-not-allowed",
  },
  {
    name: "gRPC-Web: the proxy's own error has no header",
    text: `fetch("${url}", { "headers": { "content-type": "application/grpc-web+proto", "x-grpc-web": "1", "Referer": "${page}/" }, "body": "x", "method": "POST" });`,
    dumps: {
      options: `HTTP/1.1 200 OK\nserver: envoy\naccess-control-allow-origin: ${page}\naccess-control-allow-methods: POST\naccess-control-allow-headers: content-type,x-grpc-web\n\n`,
      answer:
        "HTTP/1.1 502 Bad Gateway\nserver: nginx/1.17.7\ncontent-type: text/html\n\n<html><head><title>502 Bad Gateway</title></head></html>",
    },
    cause: "gateway-failed",
    audience: "proxy",
  },
  {
    name: "GitLab behind nginx",
    text: `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://git.example.com/api/v4/projects?private_token=abc&simple=true. (Reason: CORS header 'Access-Control-Allow-Origin' missing).`,
    dumps: { answer: "HTTP/1.1 200 OK\nserver: nginx\ncontent-type: application/json\n\n[]" },
    cause: "acao-missing",
    product: "nginx",
    never: /private_token=abc/,
  },
  {
    name: "AWS: a load balancer that signs people in",
    text: put(url, page),
    dumps: {
      answer:
        "HTTP/1.1 302 Found\nserver: awselb/2.0\nlocation: https://acme.auth.eu-west-1.amazoncognito.com/oauth2/authorize?client_id=1&redirect_uri=x\n\n",
    },
    cause: "redirect-login",
    audience: "server",
  },
  {
    name: "AWS: a load balancer without targets",
    text: `fetch("${url}")`,
    dumps: {
      answer:
        "HTTP/1.1 503 Service Temporarily Unavailable\nserver: awselb/2.0\ncontent-type: text/html\n\n<html><head><title>503 Service Temporarily Unavailable</title></head></html>",
    },
    cause: "gateway-failed",
    audience: "proxy",
  },
  {
    name: "oauth2-proxy in front of the preflight",
    text: put(url, page),
    dumps: {
      answer: `HTTP/1.1 302 Found\nserver: nginx\nlocation: https://auth.example.com/oauth2/start?rd=https%3A%2F%2Fapi.example.com%2Fv1%2Fitems\n\n`,
    },
    cause: "redirect-login",
  },
  {
    name: "Azure: a gateway's firewall",
    text: put(url, page),
    dumps: {
      answer:
        "HTTP/1.1 403 Forbidden\nserver: Microsoft-Azure-Application-Gateway/v2\ncontent-type: text/html\n\n<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center><hr><center>Microsoft-Azure-Application-Gateway/v2</center></body></html>",
    },
    cause: "options-refused",
    says: /200 to 299/,
  },
  {
    name: "ingress-nginx: 405 of nginx itself",
    text: put(url, page),
    dumps: {
      answer: `HTTP/1.1 405 Not Allowed\n${html}\n\n<html><head><title>405 Not Allowed</title></head><body><center><h1>405 Not Allowed</h1></center><hr><center>nginx</center></body></html>`,
    },
    cause: "options-unrouted",
    product: "nginx",
    cure: /return 204/,
  },
  {
    name: "Firebase Storage: an image for a canvas",
    text: chromium(
      "https://firebasestorage.googleapis.com/v0/b/shop.appspot.com/o/a.png?alt=media&token=a041f992",
      "https://shop.web.app",
      noHeader,
      "image",
    ),
    dumps: { answer: "HTTP/1.1 200 OK\nserver: UploadServer\ncontent-type: image/png\n\nx" },
    cause: "acao-missing",
    product: "gcs",
    cure: /gs:\/\/|"origin"/,
    never: /token=a041f992/,
  },
  {
    name: "Supabase's own REST is not a function of yours",
    text: `fetch("https://abc.supabase.co/rest/v1/orders?select=*", { "headers": { "apikey": "k", "x-debug": "1", "Referer": "${page}/" } })`,
    dumps: {
      options:
        "HTTP/1.1 200 OK\nsb-project-ref: abc\nsb-gateway-version: 1\naccess-control-allow-origin: *\naccess-control-allow-methods: GET, POST\naccess-control-allow-headers: apikey, authorization, x-client-info\n\n",
      answer: "HTTP/1.1 200 OK\nsb-project-ref: abc\naccess-control-allow-origin: *\n\n[]",
    },
    cause: "header-not-allowed",
    never: /In the function/,
  },
  {
    name: "Vercel: the apex redirects to www",
    text: put("https://example.com/api/items", page),
    dumps: {
      answer:
        "HTTP/1.1 308 Permanent Redirect\nserver: Vercel\nx-vercel-id: fra1::1\nlocation: https://www.example.com/api/items\n\nRedirecting...",
    },
    cause: "redirect-elsewhere",
    audience: "page",
    cure: /www\.example\.com/,
  },
  {
    name: "Vercel: a slash too many",
    text: put("https://www.example.com/api/items/", page),
    dumps: {
      answer:
        "HTTP/1.1 308 Permanent Redirect\nserver: Vercel\nx-vercel-id: fra1::1\nlocation: /api/items\n\nRedirecting...",
    },
    cause: "redirect-slash",
    audience: "page",
    cure: /\/api\/items"/,
  },
  {
    name: "Cloudflare: the server behind it is down",
    text: chromium(url, page, noHeader),
    dumps: {
      answer: `HTTP/1.1 521 \nserver: cloudflare\ncf-ray: 1-FRA\n${html}\n\n<!DOCTYPE html><title>api.example.com | 521: Web server is down</title>`,
    },
    cause: "gateway-failed",
    says: /proxy|CORS error/i,
  },
  {
    name: "Cloudflare: a Worker that throws",
    text: `fetch("${url}")`,
    dumps: {
      answer: `HTTP/1.1 500 Internal Server Error\nserver: cloudflare\n${plain}\n\nerror code: 1101`,
    },
    cause: "handler-failed",
  },
  {
    name: "Cloudflare Access in front of the preflight",
    text: put(url, page),
    dumps: {
      answer:
        "HTTP/1.1 302 Found\nserver: cloudflare\nlocation: https://acme.cloudflareaccess.com/cdn-cgi/access/login/api.example.com?kid=1\n\n",
    },
    cause: "redirect-login",
    product: "cloudflare-access",
  },
  {
    name: "S3: the wrong region, without an address to go to",
    text: `fetch("https://shop.s3.us-east-1.amazonaws.com/a.json")`,
    dumps: {
      answer:
        "HTTP/1.1 301 Moved Permanently\nserver: AmazonS3\nx-amz-bucket-region: eu-central-1\ncontent-type: application/xml\n\n<Error><Code>PermanentRedirect</Code><Message>The bucket you are attempting to access must be addressed using the specified endpoint.</Message><Endpoint>shop.s3.eu-central-1.amazonaws.com</Endpoint></Error>",
    },
    cause: "redirect-elsewhere",
    audience: "page",
    cure: /shop\.s3\.eu-central-1\.amazonaws\.com/,
  },
  {
    name: "Kong: no route matches",
    text: put(url, page),
    dumps: {
      answer:
        'HTTP/1.1 404 Not Found\nserver: kong/3.4.2\ncontent-type: application/json\n\n{"message":"no Route matched with those values"}',
    },
    cause: "options-unrouted",
    product: "kong",
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
    name: "a public API that counts",
    text: chromium("https://api.coins.example/v3/ping", page, noHeader),
    dumps: {
      answer:
        'HTTP/1.1 429 Too Many Requests\nserver: cloudflare\nretry-after: 60\ncontent-type: application/json\n\n{"status":{"error_code":429}}',
      elsewhere: "HTTP/1.1 200 OK\naccess-control-allow-origin: *\n\n{}",
    },
    cause: "rate-limited",
    cure: /Retry-After/,
    says: /CORS itself is set up/,
  },
  {
    name: "an API that wants a word of browsers",
    text: `fetch("https://api.llm.example/v1/messages", { method: "POST", headers: { "content-type": "application/json", "x-api-key": "k", Referer: "${page}/" }, body: "{}" })`,
    dumps: {
      options:
        "HTTP/1.1 200 OK\naccess-control-allow-origin: *\naccess-control-allow-methods: *\naccess-control-allow-headers: *\n\n",
      answer:
        'HTTP/1.1 401 Unauthorized\ncontent-type: application/json\n\n{"type":"error","error":{"type":"authentication_error","message":"CORS requests must set \'direct-browser-access\' header"}}',
    },
    cause: "login-required",
  },
  {
    name: "FastAPI behind TLS: the slash leads to http:",
    text: put("https://api.example.com/items", page),
    dumps: {
      answer:
        "HTTP/1.1 307 Temporary Redirect\nserver: uvicorn\nlocation: http://api.example.com/items/\n\n",
    },
    cause: "redirect-slash",
    audience: "page",
    cure: /https:\/\/api\.example\.com\/items\//,
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
    name: "IIS and the application both set the header",
    text: `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${url}. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘*, *’).`,
    dumps: {
      answer:
        "HTTP/1.1 200 OK\nserver: Microsoft-IIS/10.0\nx-powered-by: ASP.NET\naccess-control-allow-origin: *\naccess-control-allow-origin: *\n\n[]",
    },
    cause: "header-twice",
    audience: "server",
    cure: /Let one layer/,
  },
  {
    name: "Railway: the application does not answer",
    text: chromium("https://api.up.railway.app/items", page, noHeader),
    dumps: {
      answer:
        'HTTP/1.1 502 Bad Gateway\nserver: railway-edge\nx-railway-fallback: true\ncontent-type: application/json\n\n{"status":"error","code":502,"message":"Application failed to respond"}',
    },
    cause: "gateway-failed",
  },
  {
    name: "Render: a free service that sleeps",
    text: `axios.get("https://shop.onrender.com/items")`,
    dumps: {
      answer:
        "HTTP/1.1 503 Service Unavailable\nx-render-routing: hibernate-wake-error\nserver: cloudflare\n\n",
    },
    cause: "gateway-failed",
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
    name: "a photo that is too large for nginx",
    text: `fetch("${url}", { method: "POST", headers: { authorization: "Bearer x", Referer: "${page}/" }, body: "x" })`,
    dumps: {
      options: granted(page),
      answer: `HTTP/1.1 413 Request Entity Too Large\nserver: nginx/1.24.0\n${html}\n\n<html><center><h1>413 Request Entity Too Large</h1></center></html>`,
    },
    cause: "too-large",
    product: "nginx",
    cure: /client_max_body_size/,
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
