import type { Evidence } from "./evidence.ts";

/** Headers that no page asks for: infrastructure, security policy, debugging. */
const dull =
  /^(?:access-control-.*|age|alt-svc|cf-.*|connection|content-(?:disposition|encoding|range|security-policy.*)|cross-origin-.*|date|etag|accept-ranges|keep-alive|nel|origin-agent-cluster|permissions-policy|referrer-policy|report-to|reporting-endpoints|server|server-timing|set-cookie2?|strict-transport-security|timing-allow-origin|transfer-encoding|vary|via|x-(?:amz-.*|cache.*|content-type-options|dns-prefetch-control|download-options|frame-options|permitted-cross-domain-policies|powered-by|runtime|served-by|varnish|vercel-.*|xss-protection))$/;
const alwaysShown = new Set([
  "cache-control",
  "content-language",
  "content-length",
  "content-type",
  "expires",
  "last-modified",
  "pragma",
]);

/** Names of the headers that the script will miss. */
export function hiddenHeaderNames({ asked, seen }: Evidence): readonly string[] {
  const last = seen.at(-1);
  if (!last?.answer || last.exchange.state.tainting !== "cors") return [];
  const { headers, status } = last.answer;
  if (last.exchange.kind === "preflight" || status < 200 || status > 299) return [];
  const exposed = (headers.get("access-control-expose-headers") ?? "")
    .toLowerCase()
    .split(/\s*,\s*/);
  const isAll = exposed.includes("*") && asked.credentials !== "include";
  return [...new Set(headers.keys())].filter(
    (name) => !isAll && !alwaysShown.has(name) && !exposed.includes(name) && !dull.test(name),
  );
}
