import { methodsIn, type Plan } from "./plan.ts";
import type { Host, Needs } from "./snippet.ts";

/** nginx in front of an API that knows nothing of CORS. */
export const NGINX: Host = {
  host: "nginx",
  name: "nginx",
  file: "conf.d/api.conf",
  install: "",
  write: (
    needs,
  ) => `${origins(needs.plan)}map "$request_method $http_access_control_request_method" $is_preflight {
  "~^OPTIONS ." 1;
  default 0;
}

server {
  listen 8080;

  location /api/ {
${headers(needs.plan)}
    if ($is_preflight) {
${headers(needs.plan, "  ")}
${onPreflight(needs)}
      return 204;
    }
${hidden()}
    proxy_pass http://127.0.0.1:3000;
  }
}
`,
};

/** An empty value is not sent, so that one map says to whom. */
function origins({ isOpen, exact, expressions }: Plan): string {
  if (isOpen) return "";
  const lines = [
    ...exact.map((origin) => `  ${quoted(origin)} $http_origin;`),
    ...expressions.map(
      ({ source, ignoreCase }) => `  ${quoted(`~${ignoreCase ? "*" : ""}${source}`)} $http_origin;`,
    ),
  ];
  return `map $http_origin $allowed_origin {
  default "";
${lines.join("\n")}
}

map $allowed_origin $allowed_credentials {
  "" "";
  default "true";
}

`;
}

function headers(plan: Plan, indent = ""): string {
  const expose = [plan.expose].flat().join(", ");
  const lines = [
    `add_header Access-Control-Allow-Origin ${plan.isOpen ? '"*"' : "$allowed_origin"} always;`,
    ...(plan.isOpen ? [] : ["add_header Vary Origin always;"]),
    ...(plan.credentials
      ? ["add_header Access-Control-Allow-Credentials $allowed_credentials always;"]
      : []),
    ...(expose === ""
      ? []
      : [`add_header Access-Control-Expose-Headers ${quoted(expose)} always;`]),
  ];
  return lines.map((line) => `${indent}    ${line}`).join("\n");
}

function onPreflight({ plan, method }: Needs): string {
  const names =
    plan.headers === "*" ? "$http_access_control_request_headers" : quoted(plan.headers.join(", "));
  const lines = [
    `add_header Access-Control-Allow-Methods ${quoted(methodsIn(plan, method).join(", "))} always;`,
    `add_header Access-Control-Allow-Headers ${names} always;`,
    `add_header Access-Control-Max-Age ${plan.maxAge} always;`,
  ];
  return lines.map((line) => `      ${line}`).join("\n");
}

/** Of two headers none counts, so that the API's own must go. */
function hidden(): string {
  return ["Origin", "Credentials"]
    .map((name) => `    proxy_hide_header Access-Control-Allow-${name};`)
    .join("\n");
}

function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', String.raw`\"`)}"`;
}
