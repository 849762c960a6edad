import { isIPv4, isIPv6 } from "node:net";
import type { Entry, FuzzAnswer, FuzzCase, FuzzPolicy, FuzzRequest, Outcome } from "./case.ts";
import { joined, namesIn } from "./names.ts";

/** Rule by rule and at leisure. Nothing of the gate is imported: it would share its mistakes. */
export function expected({ policy, request, answer }: FuzzCase): Outcome {
  const { origin } = request;
  const isPreflight =
    origin !== undefined &&
    request.method === "OPTIONS" &&
    headerOf(request, "access-control-request-method") !== undefined;
  const isAllowed = origin !== undefined && allows(policy, origin);
  const verdict = verdictOf(policy, request, isPreflight, isAllowed);
  const kind = origin === undefined ? "none" : isPreflight ? "preflight" : "actual";
  const head = { kind, ...verdict } as const;
  // A2, R9
  if (
    origin !== undefined &&
    !isAllowed &&
    (isPreflight || (policy.refuseDenied && !verdict.allowed))
  ) {
    const headers = {
      "cache-control": "no-store",
      "content-type": "text/plain;charset=UTF-8",
      vary: "origin",
    };
    return { ran: false, status: 403, body: "Origin not allowed.\n", headers, ...head };
  }
  if (isPreflight && !policy.preflightContinue) {
    const headers = withoutEmpty(preflightHeaders(policy, request, {}));
    return { ran: false, status: policy.preflightStatus ?? 204, body: "", headers, ...head };
  }
  // R8: what was thrown goes on where nothing answers it.
  if (answer.kind === "error" && !policy.hasOnError) {
    return { ran: true, status: 0, body: "thrown", headers: {}, ...head };
  }
  const own = ownHeaders(answer);
  const gate = isPreflight
    ? preflightHeaders(policy, request, own)
    : actualHeaders(policy, request, own, isAllowed);
  const others = Object.entries(own).filter(
    ([name]) => !name.startsWith("access-control-") && name !== "vary",
  );
  const status = answer.kind === "error" ? 500 : answer.status;
  const body = answer.kind === "error" ? "mended" : (answer.body ?? "");
  return {
    ran: true,
    status,
    body,
    headers: withoutEmpty({ ...Object.fromEntries(others), ...gate }),
    ...head,
  };
}

/** A1, A4, A5, A6. */
function preflightHeaders(
  policy: FuzzPolicy,
  request: FuzzRequest,
  own: Record<string, string>,
): Record<string, string> {
  const { credentials } = policy;
  const methods = policy.allowMethods ?? ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "QUERY"];
  const names = policy.allowHeaders ?? "*";
  const asked = headerOf(request, "access-control-request-method") ?? "";
  const echoesMethod = credentials && methods === "*";
  const echoesNames = credentials && names === "*";
  const isAny = policy.origin === "*";
  const vary = [
    isAny ? "" : "origin",
    echoesMethod ? "access-control-request-method" : "",
    echoesNames ? "access-control-request-headers" : "",
  ];
  const method = isToken(asked) && !/^(?:connect|trace|track)$/i.test(asked) ? asked : "";
  return {
    "access-control-allow-origin": isAny ? "*" : (request.origin ?? ""),
    "access-control-allow-credentials": credentials ? "true" : "",
    "access-control-allow-methods":
      own["access-control-allow-methods"] ?? (echoesMethod ? method : joined(methods)),
    "access-control-allow-headers":
      own["access-control-allow-headers"] ??
      (echoesNames
        ? echoed(headerOf(request, "access-control-request-headers") ?? "")
        : names === "*"
          ? "*,authorization"
          : joined(names)),
    "access-control-max-age": own["access-control-max-age"] ?? String(policy.maxAge ?? 600),
    vary: varying(own["vary"], vary),
  };
}

/** R1 to R4. */
function actualHeaders(
  policy: FuzzPolicy,
  request: FuzzRequest,
  own: Record<string, string>,
  isAllowed: boolean,
): Record<string, string> {
  const shared = onlyOrigin(policy);
  const isStatic = shared !== undefined && !policy.refuseDenied;
  const vary = varying(own["vary"], isStatic ? [] : ["origin"]);
  if (!isAllowed && !isStatic) return { vary };
  const exposed = [policy.exposeHeaders ?? []].flat();
  const merged = new Set(
    [...exposed, ...namesIn(own["access-control-expose-headers"] ?? "").filter(isToken)].map(
      (name) => name.toLowerCase(),
    ),
  );
  if (policy.credentials) merged.delete("*");
  return {
    "access-control-allow-origin": shared ?? request.origin ?? "",
    "access-control-allow-credentials": policy.credentials ? "true" : "",
    "access-control-expose-headers": merged.has("*") ? "*" : joined([...merged]),
    vary,
  };
}

/** A4: lower case, once each, junk dropped, none beyond either bound. */
function echoed(value: string): string {
  if (value.length > 2048) return "";
  const names = new Set(
    namesIn(value)
      .filter(isToken)
      .map((name) => name.toLowerCase()),
  );
  return names.size > 64 ? "" : joined([...names]);
}

function varying(own: string | undefined, ours: readonly string[]): string {
  const fields = new Set(
    [...namesIn(own ?? ""), ...ours].map((field) => field.toLowerCase()).filter(Boolean),
  );
  return fields.has("*") ? "*" : joined([...fields]);
}

/** R1: after de-duplication exactly one exact origin. */
function onlyOrigin({ origin }: FuzzPolicy): string | undefined {
  if (origin === "*") return "*";
  if ("asked" in origin) return undefined;
  const texts = new Set(origin.map((entry) => (entry.kind === "exact" ? entry.text : "")));
  const [first] = texts;
  return texts.size === 1 && first !== "" && origin.every(({ kind }) => kind === "exact")
    ? first
    : undefined;
}

/** O1, O2, O4, O5, O6, P4, P6. */
function allows(policy: FuzzPolicy, origin: string): boolean {
  const { origin: who, credentials } = policy;
  if (who === "*") return true;
  if (origin.length > 326) return false;
  const isInsecure = credentials && !policy.dangerouslyAllowInsecureOrigins && isPlain(origin);
  if ("asked" in who) {
    const isOpaque = origin === "null" || origin === "file://";
    return (
      (isOpaque ? !credentials : isWellFormed(origin) && !isInsecure) && who.asked.includes(origin)
    );
  }
  return who.some((entry) => {
    if (entry.kind === "exact") return entry.text === origin;
    if (!isWellFormed(origin)) return false;
    if (entry.kind === "pattern") return fits(entry, origin);
    const { source, flags } = entry.expression;
    return !isInsecure && new RegExp(`^(?:${source})$`, flags.replace(/[gy]/g, "")).test(origin);
  });
}

function fits({ text }: Extract<Entry, { kind: "pattern" }>, origin: string): boolean {
  const [scheme, labels, port] = split(text);
  const [givenScheme, givenLabels, givenPort] = split(origin);
  if (scheme !== givenScheme || (port !== "*" && port !== givenPort)) return false;
  if (labels[0] !== "*") return labels.join(".") === givenLabels.join(".");
  const base = labels.slice(1);
  const extra = givenLabels.length - base.length;
  return extra > 0 && givenLabels.slice(extra).join(".") === base.join(".");
}

function split(text: string): readonly [scheme: string, labels: readonly string[], port: string] {
  const [, scheme = "", host = "", port = ""] =
    /^(.*?):\/\/(\[.*\]|[^:]*)(?::(.*))?$/.exec(text) ?? [];
  return [scheme, host.split("."), port];
}

function isWellFormed(text: string): boolean {
  if (text === "app://.") return true;
  const [, scheme = "", host = "", port] =
    /^([a-z][a-z0-9+.-]*):\/\/(\[[0-9a-f:]*\]|[a-z0-9._-]+)(?::([1-9]\d{0,4}))?$/.exec(text) ?? [];
  if (host === "" || Number(port ?? 1) > 65_535) return false;
  if ((scheme === "https" && port === "443") || (scheme === "http" && port === "80")) return false;
  if (host.startsWith("[")) return isIPv6(host.slice(1, -1));
  const labels = host.replace(/\.$/, "").split(".");
  if (!labels.every((label) => /^[a-z0-9_-]{1,63}$/.test(label))) return false;
  // Under schemes that browsers know, what ends in a number is an address.
  const isNumeric = scheme.startsWith("http") && /^(?:\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? "");
  return !isNumeric || (isIPv4(host) && labels.every((label) => String(Number(label)) === label));
}

function isPlain(origin: string): boolean {
  const [scheme, labels] = split(origin);
  if (scheme !== "http" || !isWellFormed(origin)) return false;
  const host = labels.join(".");
  return !(
    host === "[::1]" ||
    labels.at(-1) === "localhost" ||
    (isIPv4(host) && labels[0] === "127")
  );
}

function verdictOf(
  policy: FuzzPolicy,
  request: FuzzRequest,
  isPreflight: boolean,
  isAllowed: boolean,
): { allowed: boolean; reason: string } {
  const { origin } = request;
  if (origin === undefined) return { allowed: true, reason: "no-origin" };
  if (isAllowed)
    return isPreflight
      ? preflightVerdict(policy, request)
      : { allowed: true, reason: "origin-allowed" };
  if (!isPreflight && isOwn(policy, request)) return { allowed: true, reason: "same-origin" };
  if (origin === "null" || origin === "file://") return { allowed: false, reason: "origin-null" };
  return {
    allowed: false,
    reason: origin.length <= 326 && isWellFormed(origin) ? "origin-denied" : "origin-malformed",
  };
}

/** A3: what the browser will make of it. */
function preflightVerdict(
  policy: FuzzPolicy,
  request: FuzzRequest,
): { allowed: boolean; reason: string } {
  const headers = preflightHeaders(policy, request, {});
  const method = headerOf(request, "access-control-request-method") ?? "";
  const methods = namesIn(headers["access-control-allow-methods"] ?? "");
  const isCommon = ["GET", "HEAD", "POST"].includes(method);
  if (!isCommon && !methods.includes(method) && !methods.includes("*")) {
    return { allowed: false, reason: "method-not-allowed" };
  }
  const names = namesIn(headers["access-control-allow-headers"] ?? "");
  const asked = namesIn(headerOf(request, "access-control-request-headers") ?? "").filter(isToken);
  const isRefused = asked.some(
    (name) => !names.includes(name.toLowerCase()) && !names.includes("*"),
  );
  return isRefused
    ? { allowed: false, reason: "header-not-allowed" }
    : { allowed: true, reason: "preflight-allowed" };
}

/** R9. */
function isOwn(policy: FuzzPolicy, request: FuzzRequest): boolean {
  const site = headerOf(request, "sec-fetch-site");
  if (site !== undefined) return site === "same-origin";
  const { origin = "", url } = request;
  if (policy.selfOrigins) return policy.selfOrigins.includes(origin);
  const { protocol, host } = new URL(url);
  return origin === `${protocol}//${host}` || origin === `https://${host}`;
}

function headerOf({ headers }: FuzzRequest, name: string): string | undefined {
  return headers.find(([given]) => given === name)?.[1].trim();
}

function ownHeaders(answer: FuzzAnswer): Record<string, string> {
  if (answer.kind === "redirect") return { location: "https://elsewhere.example/" };
  if (answer.kind === "error") return { "content-type": "text/plain;charset=UTF-8" };
  const own: Record<string, string> = {};
  if (answer.body !== null) own["content-type"] = "text/plain;charset=UTF-8";
  const written = new Set<string>();
  for (const [name, value] of answer.headers) {
    own[name] = written.has(name) ? `${own[name]}, ${value}` : value;
    written.add(name);
  }
  return own;
}

function isToken(name: string): boolean {
  return /^[!#$%&'*+\-.^_`|~0-9a-z]+$/i.test(name);
}

function withoutEmpty(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ""));
}
