import {
  chromium,
  noHeader,
  notOk,
  page,
  preflightNoHeader,
  put,
  type QuestionCase,
} from "./question-case.ts";

const bucket = "https://shop-uploads.s3.eu-central-1.amazonaws.com/a.png?X-Amz-Signature=abc";
const gateway = "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/prod/items";
const run = "https://api-abc123-ew.a.run.app/items";

export const clouds: readonly QuestionCase[] = [
  {
    name: "S3: a bucket without rules refuses the preflight of a signed upload",
    text: put(bucket, page, '"content-type": "image/png"'),
    dumps: {
      answer:
        "HTTP/1.1 403 Forbidden\nx-amz-request-id: 1\nx-amz-id-2: 2\ncontent-type: application/xml\nserver: AmazonS3\n\n<Error><Code>AccessForbidden</Code><Message>CORSResponse: CORS is not enabled for this bucket.</Message></Error>",
    },
    cause: "options-refused",
    product: "s3",
    cure: /"AllowedMethods": \[.*"PUT"/,
    never: /login|null/,
  },
  {
    name: "S3: the global name of a new bucket redirects to its region",
    text: put("https://shop-uploads.s3.amazonaws.com/a.png", page),
    dumps: {
      answer:
        "HTTP/1.1 307 Temporary Redirect\nlocation: https://shop-uploads.s3.eu-central-1.amazonaws.com/a.png\nserver: AmazonS3\n\n<Error><Code>TemporaryRedirect</Code></Error>",
    },
    cause: "redirect-elsewhere",
    audience: "page",
    cure: /s3\.eu-central-1\.amazonaws\.com/,
  },
  {
    name: "S3: a signature that has expired, behind a preflight that passes",
    text: put(bucket, page),
    dumps: {
      options: `HTTP/1.1 200 OK\naccess-control-allow-origin: ${page}\naccess-control-allow-methods: PUT\naccess-control-allow-headers: content-type\nvary: Origin\nserver: AmazonS3\n\n`,
      answer:
        "HTTP/1.1 403 Forbidden\nserver: AmazonS3\ncontent-type: application/xml\n\n<Error><Code>AccessDenied</Code><Message>Request has expired</Message></Error>",
    },
    cause: "forbidden",
    never: /login/i,
  },
  {
    name: "API Gateway: no OPTIONS method on the resource",
    text: put(gateway, page),
    dumps: {
      answer:
        'HTTP/1.1 403 Forbidden\nx-amzn-errortype: MissingAuthenticationTokenException\nx-amz-apigw-id: 1\ncontent-type: application/json\n\n{"message":"Missing Authentication Token"}',
    },
    cause: "options-refused",
    product: "api-gateway",
    cure: /Enable CORS.*deploy/,
    never: /Authorization:|sign in|log ?in/i,
  },
  {
    name: "API Gateway: a path without its stage",
    text: chromium(gateway.replace("/prod", ""), page, noHeader),
    dumps: {
      answer:
        'HTTP/1.1 403 Forbidden\nx-amzn-errortype: MissingAuthenticationTokenException\nx-amz-apigw-id: 1\n\n{"message":"Missing Authentication Token"}',
    },
    cause: "forbidden",
    product: "api-gateway",
    cure: /path, stage or method/,
  },
  {
    name: "API Gateway: the function returned no statusCode",
    text: chromium(gateway, page, noHeader),
    dumps: {
      answer:
        'HTTP/1.1 502 Bad Gateway\nx-amzn-requestid: 1\nx-amz-apigw-id: 2\n\n{"message": "Internal server error"}',
    },
    cause: "gateway-failed",
    product: "api-gateway",
    cure: /statusCode/,
  },
  {
    name: "API Gateway: throttled, without the headers",
    text: chromium(gateway, page, noHeader),
    dumps: {
      answer:
        'HTTP/1.1 429 Too Many Requests\nx-amzn-errortype: LimitExceededException\n\n{"message":"Limit Exceeded"}',
    },
    cause: "rate-limited",
  },
  {
    name: "Lambda URL: the function sets the header too",
    text: chromium(
      "https://abc.lambda-url.us-east-1.on.aws/",
      page,
      `The 'Access-Control-Allow-Origin' header contains multiple values '*, ${page}', but only one is allowed.`,
    ),
    dumps: {
      answer: `HTTP/1.1 200 OK\naccess-control-allow-origin: *\naccess-control-allow-origin: ${page}\n\n{}`,
    },
    cause: "header-twice",
    cure: /Let one layer set the header/,
    never: /\$http_origin/,
  },
  {
    name: "CloudFront: a behaviour without OPTIONS",
    text: put("https://d111111abcdef8.cloudfront.net/items", page),
    dumps: {
      answer:
        "HTTP/1.1 403 Forbidden\nserver: CloudFront\nx-cache: Error from cloudfront\nvia: 1.1 a.cloudfront.net (CloudFront)\nx-amz-cf-id: 1\ncontent-type: text/html\n\n<H1>403 ERROR</H1>The request could not be satisfied. This distribution is not configured to allow the HTTP request method that was used for this request.",
    },
    cause: "options-refused",
    product: "cloudfront",
    cure: /Allowed HTTP methods/,
  },
  {
    name: "CloudFront: a cached response that was made for no origin",
    text: chromium("https://d111111abcdef8.cloudfront.net/font.woff2", page, noHeader, "font"),
    dumps: {
      answer:
        "HTTP/1.1 200 OK\nserver: AmazonS3\nx-cache: Hit from cloudfront\nvia: 1.1 a.cloudfront.net (CloudFront)\nx-amz-cf-id: 1\ncontent-type: font/woff2\n\nx",
    },
    cause: "acao-missing",
    product: "cloudfront",
    cure: /AccessControlAllowOrigins/,
  },
  {
    name: "Cloud Run: calls without a token are refused, and a preflight has none",
    text: put(run, page, '"authorization": "Bearer x"'),
    dumps: {
      answer:
        "HTTP/1.1 403 Forbidden\nserver: Google Frontend\ncontent-type: text/html\n\n<h1>Error: Forbidden</h1><h2>Your client does not have permission to get URL <code>/items</code> from this server.</h2>",
    },
    cause: "options-refused",
    product: "cloud-run",
    cure: /roles\/run\.invoker/,
  },
  {
    name: "Firebase: a callable function that is not deployed in this region",
    text: chromium(
      "https://us-central1-shop-1.cloudfunctions.net/getItems",
      "http://localhost:3000",
      notOk,
    ),
    dumps: {
      answer:
        "HTTP/1.1 404 Not Found\nserver: Google Frontend\ncontent-type: text/html\n\n<title>404 Page not found</title>",
    },
    cause: "options-unrouted",
    says: /look first whether the address is right/,
  },
  {
    name: "Vercel: a preview behind Deployment Protection",
    text: put("https://shop-git-dev-ann.vercel.app/api/items", "http://localhost:3000"),
    dumps: {
      answer:
        "HTTP/1.1 401 Unauthorized\nserver: Vercel\nset-cookie: _vercel_sso_nonce=abc; Path=/; Secure; HttpOnly\nx-vercel-id: 1\ncontent-type: text/html\n\n<title>Authentication Required</title>",
    },
    cause: "options-needs-login",
    product: "vercel",
    cure: /Deployment Protection/,
    never: /abc/,
  },
  {
    name: "Netlify: a function without the header",
    text: chromium("https://shop.netlify.app/.netlify/functions/items", page, noHeader),
    dumps: { answer: "HTTP/1.1 200 OK\nserver: Netlify\nx-nf-request-id: 1\n\n{}" },
    cause: "acao-missing",
    product: "netlify",
  },
  {
    name: "Supabase: a function that does not answer OPTIONS",
    text: put("https://abc.supabase.co/functions/v1/hello", "http://localhost:5173"),
    dumps: {
      answer:
        'HTTP/1.1 405 Method Not Allowed\nserver: cloudflare\nsb-request-id: 1\nx-served-by: supabase-edge-runtime\n\n{"error":"Method not allowed"}',
    },
    cause: "options-unrouted",
    product: "supabase",
    cure: /OPTIONS/,
  },
  {
    name: "Cloudflare: a challenge that no script can pass",
    text: chromium("https://api.example.com/items", page, noHeader),
    dumps: {
      answer:
        "HTTP/1.1 403 Forbidden\nserver: cloudflare\ncf-mitigated: challenge\ncf-ray: 1\ncontent-type: text/html\n\n<title>Just a moment...</title>",
    },
    cause: "forbidden",
    product: "cloudflare",
    cure: /challenge/,
  },
  {
    name: "ngrok: the warning that browsers are shown",
    text: chromium("https://abc.ngrok-free.app/items", "http://localhost:3000", noHeader),
    dumps: {
      answer:
        "HTTP/1.1 200 OK\nngrok-error-code: ERR_NGROK_6024\ncontent-type: text/html\n\n<html>ngrok</html>",
    },
    cause: "acao-missing",
    product: "ngrok",
    cure: /ngrok-skip-browser-warning/,
  },
  {
    name: "ngrok: a tunnel that has ended",
    text: chromium("https://abc.ngrok-free.app/items", "http://localhost:3000", noHeader),
    dumps: {
      answer:
        "HTTP/1.1 404 Not Found\nngrok-error-code: ERR_NGROK_3200\ncontent-type: text/html\n\nThe endpoint abc.ngrok-free.app is offline.",
    },
    cause: "not-found",
    product: "ngrok",
    cure: /Start the tunnel/,
  },
  {
    name: "Heroku: an application that has crashed",
    text: chromium("https://shop.herokuapp.com/items", page, noHeader),
    dumps: {
      answer:
        'HTTP/1.1 503 Service Unavailable\nserver: Cowboy\ncontent-type: text/html\n\n<iframe src="//www.herokucdn.com/error-pages/application-error.html"></iframe>',
    },
    cause: "gateway-failed",
    product: "heroku",
    cure: /heroku logs/,
  },
  {
    name: "Azure Functions: CORS is set on the platform, not in the code",
    text: put("https://shop-fn.azurewebsites.net/api/items", "http://localhost:4200"),
    dumps: {
      answer: "HTTP/1.1 204 No Content\nset-cookie: ARRAffinity=abc; Path=/; HttpOnly\n\n",
    },
    cause: "acao-missing",
    product: "azure-app-service",
    cure: /az webapp cors add/,
    never: /abc/,
  },
  {
    name: "Azure Storage: a preflight without a rule",
    text: put("https://shop.blob.core.windows.net/c/a.png", page),
    dumps: {
      answer:
        "HTTP/1.1 403 CORS not enabled or no matching rule found for this request.\nserver: Windows-Azure-Blob/1.0 Microsoft-HTTPAPI/2.0\nx-ms-error-code: CorsPreflightFailure\n\n<Error><Code>CorsPreflightFailure</Code></Error>",
    },
    cause: "options-refused",
    product: "azure-storage",
  },
  {
    name: "R2: a bucket without a policy",
    text: put("https://abc.r2.cloudflarestorage.com/bucket/a.png", page),
    dumps: {
      answer:
        "HTTP/1.1 403 Forbidden\nserver: cloudflare\ncontent-type: application/xml\n\n<Error><Code>Unauthorized</Code><Message>CORS not configured for this bucket</Message></Error>",
    },
    cause: "options-refused",
    product: "r2",
  },
  {
    name: "GCS: a bucket without rules",
    text: chromium("https://storage.googleapis.com/bucket/a.json", page, preflightNoHeader),
    dumps: { answer: "HTTP/1.1 200 OK\nserver: UploadServer\nx-guploader-uploadid: 1\n\n{}" },
    cause: "acao-missing",
    product: "gcs",
  },
];
