import type { Language } from "../cure.ts";
import type { Product, Sign } from "../product.ts";
import { lines, list } from "../text.ts";
import { isTwofold, type Wanted } from "../wanted.ts";
import { exposeOnly, maxAge, preflightOnly } from "./headers.ts";

interface Documented {
  readonly name: string;
  readonly title: string;
  readonly audience: Product["audience"];
  readonly docs: string;
  readonly signs: readonly Sign[];
  readonly where: string;
  readonly language: Language;
  readonly code: (wanted: Wanted) => string | undefined;
}

/** A product that does not run here: its snippet follows its documentation. */
function documented({ code, where, language, ...product }: Documented): Product {
  return {
    ...product,
    proven: false,
    allow: (wanted) => {
      const text = isTwofold(wanted) ? undefined : code(wanted);
      return text === undefined
        ? undefined
        : { edit: wanted.isSet ? "change" : "add", where, language, code: text };
    },
  };
}

const server = (pattern: RegExp): Sign => ({ in: "server", pattern, sure: 3 });
const header = (name: string): Sign => ({ in: name, pattern: /./, sure: 3 });
const body = (pattern: RegExp, sure: Sign["sure"] = 3): Sign => ({ in: "body", pattern, sure });
const host = (pattern: RegExp): Sign => ({ in: "host", pattern, sure: 3 });
const originsOf = ({ everyone, origins }: Wanted): readonly string[] =>
  everyone ? ["*"] : origins;
const quoted = (values: readonly string[]): string =>
  values.map((each) => JSON.stringify(each)).join(", ");
const headersOf = ({ anyHeader, headers }: Wanted): readonly string[] =>
  anyHeader ? ["*"] : headers;
const yamlList = (values: readonly string[], indent: string): string =>
  values.map((each) => `${indent}- ${JSON.stringify(each)}`).join("\n");

/** One rule in the JSON of object stores; `*` in a bucket's rule may stand beside credentials. */
function bucketRule(wanted: Wanted): Readonly<Record<string, unknown>> {
  const methods = wanted.methods.filter((method) => /^(?:GET|HEAD|PUT|POST|DELETE)$/.test(method));
  return {
    AllowedOrigins: originsOf(wanted),
    AllowedMethods: methods,
    AllowedHeaders: headersOf(wanted),
    ExposeHeaders: wanted.expose,
    MaxAgeSeconds: maxAge,
  };
}

/** Functions in the cloud that write their own headers. */
function functionCode(wanted: Wanted): string {
  const pairs = [...exposeOnly(wanted), ...preflightOnly(wanted)];
  return lines(
    `const named = ${list(wanted.origins)};`,
    "",
    "export function corsHeaders(origin) {",
    `  const allowed = ${wanted.everyone ? '"*"' : 'named.includes(origin) ? origin : ""'};`,
    "  return {",
    '    ...(allowed === "" ? {} : { "Access-Control-Allow-Origin": allowed }),',
    wanted.credentials && '    "Access-Control-Allow-Credentials": "true",',
    ...pairs.map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)},`),
    '    Vary: "Origin",',
    "  };",
    "}",
  );
}

const inFunction =
  "In the function: answer OPTIONS with 204 and corsHeaders(origin) first, and spread them into the headers of every other answer, errors too:";

export const documentedProducts: readonly Product[] = [
  documented({
    name: "spring",
    title: "Spring",
    audience: "server",
    docs: "https://docs.spring.io/spring-framework/reference/web/webmvc-cors.html",
    signs: [
      body(/^Invalid CORS request$/),
      body(/Whitelabel Error Page/),
      body(/^\{"timestamp":"[^"]*","status":\d{3},"error":"[^"]*"/),
      {
        in: "vary",
        pattern: /Origin, ?Access-Control-Request-Method, ?Access-Control-Request-Headers/,
        sure: 2,
      },
    ],
    where:
      "As a bean of a @Configuration class, instead of @CrossOrigin; with Spring Security also http.cors(Customizer.withDefaults()):",
    language: "java",
    code: (wanted) =>
      lines(
        "@Bean",
        "CorsConfigurationSource corsConfigurationSource() {",
        "    CorsConfiguration cors = new CorsConfiguration();",
        `    cors.setAllowedOrigins(List.of(${quoted(originsOf(wanted))}));`,
        `    cors.setAllowedMethods(List.of(${quoted(wanted.methods)}));`,
        `    cors.setAllowedHeaders(List.of(${quoted(headersOf(wanted))}));`,
        wanted.expose.length > 0 &&
          `    cors.setExposedHeaders(List.of(${quoted(wanted.expose)}));`,
        wanted.credentials && "    cors.setAllowCredentials(true);",
        `    cors.setMaxAge(${maxAge}L);`,
        "    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();",
        '    source.registerCorsConfiguration("/**", cors);',
        "    return source;",
        "}",
      ),
  }),
  documented({
    name: "aspnet",
    title: "ASP.NET Core",
    audience: "server",
    docs: "https://learn.microsoft.com/aspnet/core/security/cors",
    signs: [
      server(/^Kestrel/),
      { in: "x-powered-by", pattern: /^ASP\.NET/, sure: 3 },
      header("x-aspnet-version"),
    ],
    where:
      "In Program.cs: the services before builder.Build(), UseCors behind UseRouting and in front of UseAuthentication, instead of the present policy:",
    language: "csharp",
    code: (wanted) =>
      lines(
        "builder.Services.AddCors(options => options.AddDefaultPolicy(policy => policy",
        wanted.everyone ? "    .AllowAnyOrigin()" : `    .WithOrigins(${quoted(wanted.origins)})`,
        `    .WithMethods(${quoted(wanted.methods)})`,
        wanted.anyHeader ? "    .AllowAnyHeader()" : `    .WithHeaders(${quoted(wanted.headers)})`,
        wanted.expose.length > 0 && `    .WithExposedHeaders(${quoted(wanted.expose)})`,
        wanted.credentials && "    .AllowCredentials()",
        `    .SetPreflightMaxAge(TimeSpan.FromSeconds(${maxAge}))));`,
        "",
        "app.UseCors();",
      ),
  }),
  documented({
    name: "laravel",
    title: "Laravel",
    audience: "server",
    docs: "https://laravel.com/docs/routing#cors",
    signs: [
      { in: "set-cookie", pattern: /^(?:laravel_session|XSRF-TOKEN)=/, sure: 3 },
      body(/Laravel/, 2),
    ],
    where: "As config/cors.php (php artisan config:publish cors), then php artisan config:clear:",
    language: "php",
    code: (wanted) =>
      lines(
        "<?php",
        "",
        "return [",
        "    'paths' => ['*'],",
        `    'allowed_methods' => [${quoted(wanted.methods)}],`,
        `    'allowed_origins' => [${quoted(originsOf(wanted))}],`,
        "    'allowed_origins_patterns' => [],",
        `    'allowed_headers' => [${quoted(headersOf(wanted))}],`,
        `    'exposed_headers' => [${quoted(wanted.expose)}],`,
        `    'max_age' => ${maxAge},`,
        `    'supports_credentials' => ${wanted.credentials},`,
        "];",
      ),
  }),
  documented({
    name: "traefik",
    title: "Traefik",
    audience: "proxy",
    docs: "https://doc.traefik.io/traefik/middlewares/http/headers/#cors-headers",
    signs: [body(/^404 page not found\n?$/, 1)],
    where:
      "In the dynamic configuration; name the middleware cors in the router's middlewares, first:",
    language: "yaml",
    code: (wanted) =>
      lines(
        "http:",
        "  middlewares:",
        "    cors:",
        "      headers:",
        "        accessControlAllowOriginList:",
        yamlList(originsOf(wanted), "          "),
        "        accessControlAllowMethods:",
        yamlList(wanted.methods, "          "),
        "        accessControlAllowHeaders:",
        yamlList(headersOf(wanted), "          "),
        wanted.expose.length > 0 && "        accessControlExposeHeaders:",
        wanted.expose.length > 0 && yamlList(wanted.expose, "          "),
        wanted.credentials && "        accessControlAllowCredentials: true",
        `        accessControlMaxAge: ${maxAge}`,
        "        addVaryHeader: true",
      ),
  }),
  documented({
    name: "envoy",
    title: "Envoy and Istio",
    audience: "proxy",
    docs: "https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/cors_filter",
    signs: [server(/^(?:envoy|istio-envoy)/), header("x-envoy-upstream-service-time")],
    where:
      "In the virtual host, as its member typed_per_filter_config; the filter envoy.filters.http.cors stands in front of the router's:",
    language: "yaml",
    code: (wanted) =>
      lines(
        "typed_per_filter_config:",
        "  envoy.filters.http.cors:",
        '    "@type": type.googleapis.com/envoy.extensions.filters.http.cors.v3.CorsPolicy',
        "    allow_origin_string_match:",
        originsOf(wanted)
          .map((origin) =>
            origin === "*" ? '      - prefix: ""' : `      - exact: ${JSON.stringify(origin)}`,
          )
          .join("\n"),
        `    allow_methods: ${JSON.stringify(wanted.methods.join(","))}`,
        `    allow_headers: ${JSON.stringify(wanted.headers.join(","))}`,
        wanted.expose.length > 0 &&
          `    expose_headers: ${JSON.stringify(wanted.expose.join(","))}`,
        wanted.credentials && "    allow_credentials: true",
        `    max_age: "${maxAge}"`,
      ),
  }),
  documented({
    name: "kong",
    title: "Kong Gateway",
    audience: "proxy",
    docs: "https://docs.konghq.com/hub/kong-inc/cors/",
    signs: [
      server(/^kong/i),
      { in: "via", pattern: /kong/i, sure: 3 },
      header("x-kong-request-id"),
      body(/no Route matched with those values/),
    ],
    where: "In the declarative configuration, under plugins of the service or the route:",
    language: "yaml",
    code: (wanted) =>
      lines(
        "plugins:",
        "  - name: cors",
        "    config:",
        "      origins:",
        yamlList(originsOf(wanted), "        "),
        "      methods:",
        yamlList(wanted.methods, "        "),
        !wanted.anyHeader && "      headers:",
        !wanted.anyHeader && yamlList(wanted.headers, "        "),
        wanted.expose.length > 0 && "      exposed_headers:",
        wanted.expose.length > 0 && yamlList(wanted.expose, "        "),
        `      credentials: ${wanted.credentials}`,
        `      max_age: ${maxAge}`,
        "      preflight_continue: false",
      ),
  }),
  documented({
    name: "iis",
    title: "IIS with its CORS module",
    audience: "proxy",
    docs: "https://learn.microsoft.com/iis/extensions/cors-module/cors-module-configuration-reference",
    signs: [server(/^Microsoft-(?:IIS|HTTPAPI)/)],
    where: "In web.config, inside <system.webServer>, instead of its customHeaders of CORS:",
    language: "xml",
    code: (wanted) =>
      lines(
        '<cors enabled="true" failUnlistedOrigins="false">',
        ...originsOf(wanted).map((origin) => iisRule(origin, wanted)),
        "</cors>",
      ),
  }),
  documented({
    name: "s3",
    title: "Amazon S3",
    audience: "cloud",
    docs: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html",
    signs: [
      server(/^AmazonS3/),
      header("x-amz-id-2"),
      host(/\bs3[.-][\w.-]*amazonaws\.com$/),
      body(/CORSResponse: (?:This CORS request is not allowed|CORS is not enabled)/),
    ],
    where:
      "In the bucket: Permissions, Cross-origin resource sharing, beside the rules that are there:",
    language: "json",
    code: (wanted) => JSON.stringify([bucketRule(wanted)], null, 2),
  }),
  documented({
    name: "r2",
    title: "Cloudflare R2",
    audience: "cloud",
    docs: "https://developers.cloudflare.com/r2/buckets/cors/",
    signs: [host(/\.r2\.(?:cloudflarestorage\.com|dev)$/)],
    where: "In the bucket: Settings, CORS policy, beside the rules that are there:",
    language: "json",
    code: (wanted) => JSON.stringify([bucketRule(wanted)], null, 2),
  }),
  documented({
    name: "gcs",
    title: "Google Cloud Storage",
    audience: "cloud",
    docs: "https://cloud.google.com/storage/docs/using-cors",
    signs: [
      header("x-goog-generation"),
      header("x-guploader-uploadid"),
      host(/(?:^|\.)storage\.googleapis\.com$/),
    ],
    where: "As cors.json, then gcloud storage buckets update gs://BUCKET --cors-file=cors.json:",
    language: "json",
    code: (wanted) =>
      JSON.stringify(
        [
          {
            origin: originsOf(wanted),
            method: wanted.methods,
            responseHeader: [...new Set([...wanted.headers, ...wanted.expose])],
            maxAgeSeconds: maxAge,
          },
        ],
        null,
        2,
      ),
  }),
  documented({
    name: "minio",
    title: "MinIO",
    audience: "server",
    docs: "https://min.io/docs/minio/linux/reference/minio-server/settings/core.html",
    signs: [server(/^MinIO/), header("x-minio-error-code")],
    where: "On the server, then a restart:",
    language: "sh",
    code: (wanted) =>
      `mc admin config set ALIAS api cors_allow_origin=${JSON.stringify(originsOf(wanted).join(","))}`,
  }),
  documented({
    name: "cloudfront",
    title: "Amazon CloudFront",
    audience: "cloud",
    docs: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html",
    signs: [
      header("x-amz-cf-id"),
      { in: "via", pattern: /cloudfront\.net/, sure: 3 },
      host(/\.cloudfront\.net$/),
    ],
    where:
      "As a response headers policy of the behaviour, which also allows OPTIONS; with OriginOverride the headers of the origin do not count:",
    language: "json",
    code: (wanted) =>
      JSON.stringify(
        {
          CorsConfig: {
            AccessControlAllowOrigins: items(originsOf(wanted)),
            AccessControlAllowMethods: items(
              wanted.methods.filter((method) =>
                /^(?:GET|HEAD|PUT|POST|PATCH|DELETE|OPTIONS)$/.test(method),
              ),
            ),
            AccessControlAllowHeaders: items(wanted.headers.length > 0 ? wanted.headers : ["*"]),
            AccessControlExposeHeaders: items(wanted.expose),
            AccessControlAllowCredentials: wanted.credentials,
            AccessControlMaxAgeSec: maxAge,
            OriginOverride: true,
          },
        },
        null,
        2,
      ),
  }),
  documented({
    name: "api-gateway",
    title: "Amazon API Gateway",
    audience: "cloud",
    docs: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html",
    signs: [
      header("x-amz-apigw-id"),
      header("apigw-requestid"),
      host(/\.execute-api\.[\w-]+\.amazonaws\.com$/),
      body(/^\{"message":"(?:Missing Authentication Token|Forbidden|Unauthorized)"\}$/),
    ],
    where:
      "For an HTTP API as corsConfiguration (aws apigatewayv2 update-api --cors-configuration); a REST API also needs the headers on its gateway responses DEFAULT_4XX and DEFAULT_5XX:",
    language: "json",
    code: (wanted) => JSON.stringify(awsCors(wanted), null, 2),
  }),
  documented({
    name: "lambda-url",
    title: "AWS Lambda function URL",
    audience: "cloud",
    docs: "https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors",
    signs: [host(/\.lambda-url\.[\w-]+\.on\.aws$/)],
    where:
      "In the function URL's CORS settings (aws lambda update-function-url-config --cors), and in no header of the function itself:",
    language: "json",
    code: (wanted) => JSON.stringify(awsCors(wanted), null, 2),
  }),
  documented({
    name: "cloud-run",
    title: "Google Cloud Run and Functions",
    audience: "cloud",
    docs: "https://cloud.google.com/functions/docs/writing/write-http-functions#handling_cors_requests",
    signs: [server(/^Google Frontend/), host(/\.(?:run\.app|cloudfunctions\.net)$/)],
    where: `${inFunction} the service must also allow unauthenticated calls, since a preflight has no token.`,
    language: "js",
    code: functionCode,
  }),
  documented({
    name: "apps-script",
    title: "Google Apps Script",
    audience: "cloud",
    docs: "https://developers.google.com/apps-script/guides/web",
    signs: [host(/^script\.google(?:usercontent)?\.com$/)],
    where:
      "The script cannot set headers or answer OPTIONS. Deploy it for anyone, and let the page send a request that needs no preflight:",
    language: "js",
    code: () =>
      'await fetch(url, { method: "POST", headers: { "content-type": "text/plain" }, body: JSON.stringify(data) });',
  }),
  documented({
    name: "netlify",
    title: "Netlify",
    audience: "cloud",
    docs: "https://docs.netlify.com/routing/headers/",
    signs: [server(/^Netlify/), header("x-nf-request-id"), host(/\.netlify\.app$/)],
    where:
      "In netlify.toml for files; a function sets the same headers itself and answers OPTIONS:",
    language: "toml",
    code: (wanted) =>
      wanted.origins.length > 1 && !wanted.everyone
        ? undefined
        : lines(
            "[[headers]]",
            '  for = "/*"',
            "  [headers.values]",
            `    Access-Control-Allow-Origin = ${quoted(originsOf(wanted))}`,
            wanted.credentials && '    Access-Control-Allow-Credentials = "true"',
            ...[...exposeOnly(wanted), ...preflightOnly(wanted)].map(
              ([name, value]) => `    ${name} = ${JSON.stringify(value)}`,
            ),
            '    Vary = "Origin"',
          ),
  }),
  documented({
    name: "vercel",
    title: "Vercel",
    audience: "cloud",
    docs: "https://vercel.com/guides/how-to-enable-cors",
    signs: [server(/^Vercel/), header("x-vercel-id"), host(/\.vercel\.app$/)],
    where: inFunction,
    language: "js",
    code: functionCode,
  }),
  documented({
    name: "supabase",
    title: "Supabase Edge Functions",
    audience: "cloud",
    docs: "https://supabase.com/docs/guides/functions/cors",
    signs: [
      header("sb-project-ref"),
      header("sb-gateway-version"),
      header("x-sb-edge-region"),
      host(/\.supabase\.(?:co|in)$/),
    ],
    where: `${inFunction} a preflight has no JWT, so answer it before you look at the token.`,
    language: "js",
    code: functionCode,
  }),
  documented({
    name: "keycloak",
    title: "Keycloak",
    audience: "server",
    docs: "https://www.keycloak.org/docs/latest/server_admin/#_oidc_clients",
    signs: [{ in: "path", pattern: /\/realms\/[^/]+\/(?:protocol|\.well-known|account)/, sure: 3 }],
    where:
      "In the realm: Clients, the page's client, Web origins (no slash at the end, + for all redirect URIs), beside those that are there:",
    language: "text",
    code: (wanted) => originsOf(wanted).join("\n"),
  }),
  documented({
    name: "elasticsearch",
    title: "Elasticsearch",
    audience: "server",
    docs: "https://www.elastic.co/guide/en/elasticsearch/reference/current/modules-network.html#http-cors",
    signs: [header("x-elastic-product"), body(/"tagline"\s*:\s*"You Know, for Search"/)],
    where: "In elasticsearch.yml, then a restart:",
    language: "yaml",
    code: (wanted) =>
      lines(
        "http.cors.enabled: true",
        `http.cors.allow-origin: ${JSON.stringify(wanted.everyone ? "*" : wanted.origins.join(","))}`,
        `http.cors.allow-methods: ${JSON.stringify([...wanted.methods, "OPTIONS"].join(","))}`,
        `http.cors.allow-headers: ${JSON.stringify([...new Set(["x-requested-with", "content-type", "content-length", "authorization", ...wanted.headers])].join(","))}`,
        wanted.credentials && "http.cors.allow-credentials: true",
        `http.cors.max-age: ${maxAge}`,
      ),
  }),
  documented({
    name: "cloudflare-access",
    title: "Cloudflare Access",
    audience: "cloud",
    docs: "https://developers.cloudflare.com/cloudflare-one/access-controls/applications/http-apps/authorization-cookie/cors/",
    signs: [
      { in: "location", pattern: /cloudflareaccess\.com\/|\/cdn-cgi\/access\//, sure: 3 },
      header("cf-access-domain"),
      header("cf-access-aud"),
    ],
    where: "In the Access application: Settings, Cross-Origin Resource Sharing (CORS) settings:",
    language: "json",
    code: (wanted) =>
      JSON.stringify(
        {
          cors_headers: {
            allowed_origins: originsOf(wanted),
            allowed_methods: wanted.methods,
            allowed_headers: wanted.headers,
            allow_credentials: wanted.credentials,
            max_age: maxAge,
          },
        },
        null,
        2,
      ),
  }),
];

function items(values: readonly string[]): {
  readonly Quantity: number;
  readonly Items: readonly string[];
} {
  return { Quantity: values.length, Items: values };
}

function awsCors(wanted: Wanted): Readonly<Record<string, unknown>> {
  return {
    AllowOrigins: originsOf(wanted),
    AllowMethods: wanted.methods,
    AllowHeaders: headersOf(wanted),
    ExposeHeaders: wanted.expose,
    AllowCredentials: wanted.credentials,
    MaxAge: maxAge,
  };
}

function iisRule(
  origin: string,
  { anyHeader, credentials, expose, headers, methods }: Wanted,
): string {
  const add = (kind: string, values: readonly string[]): string =>
    values.map((value) => `<add ${kind}="${value}" />`).join("");
  return lines(
    `  <add origin="${origin}" allowCredentials="${credentials}" maxAge="${maxAge}">`,
    `    <allowMethods>${add("method", methods)}</allowMethods>`,
    `    <allowHeaders allowAllRequestedHeaders="${anyHeader}">${anyHeader ? "" : add("header", headers)}</allowHeaders>`,
    expose.length > 0 && `    <exposeHeaders>${add("header", expose)}</exposeHeaders>`,
    "  </add>",
  );
}
