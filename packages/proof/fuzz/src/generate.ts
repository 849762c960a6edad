import type { Entry, FuzzAnswer, FuzzPolicy, FuzzRequest, Pairs } from "./case.ts";
import type { Random } from "./random.ts";

const SCHEMES = ["https", "https", "https", "http", "capacitor", "moz-extension"] as const;
const LABELS = ["a", "b", "app", "evil", "x_y", "a-b", "xn--bcher-kva", "0", "localhost"] as const;
const SUFFIXES = ["example", "com", "co.uk", "localhost"] as const;
const PORTS = ["", "", "", ":8443", ":3000", ":1", ":65535"] as const;

/** What is no name: addresses, a machine's own names, and the origins of no page. */
const SPECIAL = [
  "http://localhost",
  "http://localhost:3000",
  "http://127.0.0.1:8080",
  "http://127.9.9.9",
  "http://[::1]:3000",
  "http://10.0.0.1",
  "https://203.0.113.7",
  "https://[2001:db8::1]",
  "app://.",
  "https://a.example.",
] as const;

/** What no browser sends, or what two lines make. */
const MALFORMED = [
  "",
  "null,null",
  "https://",
  "https://a.example/",
  "https://A.example",
  "https://a.example:443",
  "http://a.example:80",
  "https://a.example:0",
  "https://a.example:65536",
  "https://a..example",
  "https://*.example",
  "https://a.example, https://b.example",
  "https://user@a.example",
  "https://a.example#",
  "https://[x].example",
  "http://127.1",
  "http://0x7f.0.0.1",
  "https://a.example:",
  "a.example",
  "https://%61.example",
  "https://.",
  `https://${"a".repeat(64)}.example`,
  `https://${"a.".repeat(160)}example`,
] as const;

const METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "QUERY", "FOO", "patch"] as const;
const NAMES = ["content-type", "authorization", "x-a", "x-b", "x-request-id"] as const;
const JUNK = ["", ",", "X-A", "x-a,x-a", "x b", "é", "x-c,,x-d", "  x-a  ,x-e"] as const;

function generateOrigin(random: Random, policy: FuzzPolicy): string | undefined {
  if (random.chance(0.08)) return undefined;
  if (random.chance(0.05)) return random.pick(["null", "file://"]);
  if (random.chance(0.12)) return random.pick(MALFORMED);
  if (random.chance(0.15)) return random.pick(SPECIAL);
  if (random.chance(0.25)) return someOrigin(random);
  return relativeOf(random, policy);
}

/** What an attacker, a typing error or an honest page makes of an origin of the policy. */
function relativeOf(random: Random, policy: FuzzPolicy): string {
  const { origin } = policy;
  if (origin === "*") return someOrigin(random);
  const known = "asked" in origin ? origin.asked : origin.map(inhabitant);
  const text = known.length > 0 ? random.pick(known) : someOrigin(random);
  const [, scheme = "https", host = "", port = ""] = /^(.*?):\/\/(.*?)(:\d+)?$/.exec(text) ?? [];
  const turns: readonly (() => string)[] = [
    () => text,
    () => text,
    () => `${scheme}://evil${host}${port}`,
    () => `${scheme}://evil.${host}${port}`,
    () => `${scheme}://a.b.${host}${port}`,
    () => `${scheme}://${host}.evil.com${port}`,
    () => `${scheme}://${host.replace(/^[^.]*\./, "")}${port}`,
    () => `${scheme === "https" ? "http" : "https"}://${host}${port}`,
    () => `${scheme}://${host}${random.pick(PORTS)}`,
    () => `${scheme}://${host.toUpperCase()}${port}`,
    () => `${text}/`,
    () => `${text}.`,
    () => ` ${text}`.trim(),
  ];
  return random.pick(turns)();
}

function inhabitant(entry: Entry): string {
  if (entry.kind === "expression") return "https://pr-7.a.example";
  return entry.text.replace("*.", "a.").replace(":*", ":8443");
}

function someOrigin(random: Random): string {
  const labels = Array.from({ length: 1 + random.below(3) }, () => random.pick(LABELS));
  const host = [...labels, random.pick(SUFFIXES)].join(".");
  return `${random.pick(SCHEMES)}://${host}${random.pick(PORTS)}`;
}

function someEntry(random: Random): Entry {
  if (random.chance(0.1)) return { kind: "expression", expression: random.pick(EXPRESSIONS) };
  if (random.chance(0.15)) return { kind: "exact", text: random.pick(SPECIAL) };
  const text = someOrigin(random);
  if (random.chance(0.5)) return { kind: "exact", text };
  const [, scheme = "", host = "", port = ""] = /^(.*?:\/\/)(.*?)(:\d+)?$/.exec(text) ?? [];
  return {
    kind: "pattern",
    text: random.chance(0.5) ? `${scheme}*.${host}${port}` : `${scheme}${host}:*`,
  };
}

const EXPRESSIONS = [
  /^https:\/\/pr-\d+\.a\.example$/,
  /^https?:\/\/[a-z]+\.b\.example(?::\d+)?$/g,
  /^https:\/\/a\.example|https:\/\/b\.example$/,
  /^http:\/\/127\.[^:]+(?::\d+)?$/,
  /^HTTPS:\/\/APP\.EXAMPLE$/i,
] as const;

const isHttpBeyond = (text: string): boolean =>
  text.startsWith("http:") &&
  !/^http:\/\/(?:(?:.*\.)?localhost(?::.*)?|127\.\d+\.\d+\.\d+(?::\d+)?|\[::1\].*)$/.test(text);

export function generatePolicy(random: Random): FuzzPolicy {
  const credentials = random.chance(0.4);
  const dangerouslyAllowInsecureOrigins = random.chance(0.1);
  const isFine = (entry: Entry): boolean =>
    !credentials ||
    (entry.kind === "expression"
      ? // Refused where plain HTTP is allowed: strangers fit it (P5).
        !dangerouslyAllowInsecureOrigins || !entry.expression.source.startsWith("^http:")
      : dangerouslyAllowInsecureOrigins || !isHttpBeyond(entry.text.replace(/\*\.|:\*$/g, "")));
  const origins = (most: number): readonly Entry[] =>
    Array.from({ length: 1 + random.below(most) }, () => someEntry(random)).filter(isFine);
  const list = origins(random.chance(0.4) ? 1 : 6);
  const origin: FuzzPolicy["origin"] =
    random.chance(0.15) && !credentials
      ? "*"
      : random.chance(0.2)
        ? { asked: [...Array.from({ length: 4 }, () => someOrigin(random)), "null", "file://"] }
        : list.length > 0
          ? list
          : [{ kind: "exact", text: "https://a.example" }];
  const own = origins(2).flatMap((entry) => (entry.kind === "exact" ? [entry.text] : []));
  return {
    origin,
    credentials,
    allowMethods: random.pick([
      undefined,
      "*",
      [],
      random.some(METHODS, 5).filter((name) => name !== "patch"),
    ]),
    allowHeaders: random.pick([undefined, "*", [], random.some(NAMES, 4)]),
    exposeHeaders: random.pick([undefined, credentials ? [] : "*", [], random.some(NAMES, 3)]),
    maxAge: random.pick([undefined, 0, 7200, 86_400]),
    preflightStatus: random.pick([undefined, 200, 204]),
    preflightContinue: random.chance(0.15),
    refuseDenied: random.chance(0.2),
    selfOrigins: own.length > 0 && random.chance(0.2) ? own : undefined,
    dangerouslyAllowInsecureOrigins,
    hasOnError: random.chance(0.5),
  };
}

export function generateRequest(random: Random, policy: FuzzPolicy): FuzzRequest {
  const origin = generateOrigin(random, policy);
  const isPreflight = random.chance(0.4);
  const headers: [string, string][] = [];
  if (isPreflight && random.chance(0.9)) {
    headers.push(["access-control-request-method", random.pick([...METHODS, "TRACE", "a b", ""])]);
  }
  if (isPreflight && random.chance(0.7)) {
    const names = random.chance(0.02)
      ? Array.from({ length: 70 }, (_, index) => `x-${index}`)
      : [
          ...random.some(NAMES, 4),
          ...random.some(
            JUNK.filter((junk) => junk !== "é"),
            2,
          ),
        ];
    headers.push(["access-control-request-headers", names.join(random.pick([",", ", "]))]);
  }
  if (random.chance(0.15)) {
    headers.push([
      "sec-fetch-site",
      random.pick(["same-origin", "same-site", "cross-site", "none"]),
    ]);
  }
  const host = random.pick(["api.example.com", "a.example", "localhost:3000"]);
  return {
    url: `${random.pick(["http", "https"])}://${host}/data`,
    method: isPreflight ? "OPTIONS" : random.pick(["GET", "POST", "PUT", "OPTIONS"]),
    origin,
    headers,
  };
}

const STATUSES = [200, 200, 200, 201, 204, 304, 404, 500] as const;

/** What handlers and upstreams set, wrongly too. */
const ANSWER_HEADERS: Pairs = [
  ["content-type", "text/plain"],
  ["x-own", "kept"],
  ["set-cookie", "a=1"],
  ["set-cookie", "b=2"],
  ["access-control-allow-origin", "*"],
  ["access-control-allow-origin", "https://upstream.example"],
  ["access-control-allow-credentials", "true"],
  ["access-control-allow-credentials", "false"],
  ["access-control-allow-methods", "UPSTREAM"],
  ["access-control-allow-headers", "x-upstream"],
  ["access-control-max-age", "5"],
  ["access-control-expose-headers", "x-upstream, x-a"],
  ["access-control-expose-headers", "*"],
  ["access-control-expose-headers", "not a token,x-b"],
  ["vary", "Accept-Encoding"],
  ["vary", "origin, Accept"],
  ["vary", "*"],
];

export function generateAnswer(random: Random): FuzzAnswer {
  const kind = random.pick([
    "response",
    "response",
    "response",
    "redirect",
    "error",
    "thrown-response",
  ] as const);
  const status = kind === "redirect" ? 302 : random.pick(STATUSES);
  const hasBody = status !== 204 && status !== 304 && kind !== "redirect";
  return {
    kind,
    status,
    headers: kind === "redirect" ? [] : random.some(ANSWER_HEADERS, 7),
    body: hasBody ? random.pick(["hello", ""]) : null,
  };
}
