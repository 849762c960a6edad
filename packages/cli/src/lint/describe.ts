import type { NormalizedCorsOptions } from "@crossgate/core";
import { safelistedMethods } from "../safelisted-methods.ts";

/** A sentence of more origins is not read. */
const mostNamed = 20;

/** What a policy allows, a sentence each: who may do what. */
export function describePolicy(options: NormalizedCorsOptions): readonly string[] {
  return [
    whoSentence(options),
    methodSentence(options),
    headerSentence(options),
    exposeSentence(options),
    rememberSentence(options),
    ...(options.refuseDenied ? ["Everyone else is refused with 403 before the handler runs."] : []),
    ...(options.preflightContinue ? ["Preflights reach the handler, whose status counts."] : []),
  ];
}

function whoSentence({ origin, credentials }: NormalizedCorsOptions): string {
  const cookies = credentials ? "with cookies" : "without cookies";
  if (origin === "*") return `Any page on the web may read the responses, ${cookies}.`;
  if (typeof origin === "function") return `A function decides which pages may read, ${cookies}.`;
  const list = Array.isArray(origin) ? origin : [origin];
  const named = list.slice(0, mostNamed).map(entryText);
  const more = list.length > mostNamed ? [`one of ${list.length - mostNamed} others`] : [];
  return `Pages may read the responses, ${cookies}, if they are ${[...named, ...more].join(", or ")}.`;
}

function entryText(entry: unknown): string {
  if (entry instanceof RegExp) return `what ${String(entry)} matches`;
  const text = String(entry);
  const port = text.endsWith(":*") ? ", on any port" : "";
  const bare = text.replace(/:\*$/, "");
  return bare.includes("://*.")
    ? `any subdomain of ${bare.replace("*.", "")}, however deep${port}`
    : `${bare}${port}`;
}

function methodSentence({ allowMethods }: NormalizedCorsOptions): string {
  if (allowMethods === "*") return "They may send any method.";
  const named = allowMethods.filter((method) => !safelistedMethods.includes(method));
  if (named.length === 0) return "They may send GET, HEAD and POST, which need no permission.";
  return `They may send ${named.join(", ")}, beside GET, HEAD and POST, which need no permission.`;
}

function headerSentence({ allowHeaders }: NormalizedCorsOptions): string {
  if (allowHeaders === "*") return "They may set any request header, Authorization too.";
  if (allowHeaders.length === 0) return "They may set none but the safelisted request headers.";
  return `They may set the request headers ${allowHeaders.join(", ")}.`;
}

function exposeSentence({ exposeHeaders }: NormalizedCorsOptions): string {
  if (exposeHeaders === "*") return "They may read every response header but cookies.";
  const beyond = exposeHeaders.length === 0 ? "" : ` and ${exposeHeaders.join(", ")}`;
  return `They may read the seven safelisted response headers${beyond}.`;
}

function rememberSentence({ maxAge }: NormalizedCorsOptions): string {
  return `Browsers may cache a preflight for ${maxAge} seconds (Chromium at most 7200, WebKit 600).`;
}
