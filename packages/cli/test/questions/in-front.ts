import {
  chromium,
  granted,
  html,
  noHeader,
  page,
  plain,
  put,
  type QuestionCase,
  url,
} from "./question-case.ts";

/** Where a proxy, a host or a service of others answers. */
export const inFront: readonly QuestionCase[] = [
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
];
