import { type CorsCode, diagnose, type Exchange } from "@crossgate/browser";
import type { HeaderLine } from "../network/message.ts";
import type { HeaderNote } from "./report.ts";
import { dictionary } from "../dictionary.ts";

const prefix = "access-control-";
const allowOrigin = "access-control-allow-origin";

/** The header that each failure is about. */
const culprits: Partial<Record<CorsCode, string>> = {
  "preflight-redirect": "location",
  "acao-missing": allowOrigin,
  "acao-multiple": allowOrigin,
  "acao-invalid": allowOrigin,
  "acao-not-serialized": allowOrigin,
  "acao-mismatch": allowOrigin,
  "acao-wildcard-credentials": allowOrigin,
  "redirect-origin-null": allowOrigin,
  "acac-missing": "access-control-allow-credentials",
  "acac-not-true": "access-control-allow-credentials",
  "methods-unparsable": "access-control-allow-methods",
  "method-not-allowed": "access-control-allow-methods",
  "headers-unparsable": "access-control-allow-headers",
  "header-not-allowed": "access-control-allow-headers",
  "authorization-needs-explicit": "access-control-allow-headers",
  "redirect-userinfo": "location",
  "redirect-scheme": "location",
  "redirect-location": "location",
};

const remarks: Partial<Record<CorsCode, string>> = {
  "preflight-redirect": "no redirect is followed on a preflight",
  "acao-multiple": "one value, once",
  "acao-invalid": "not an origin",
  "acao-not-serialized": "not as browsers write it",
  "acao-mismatch": "not this page",
  "acao-wildcard-credentials": "no wildcard with credentials",
  "redirect-origin-null": "after the redirect the page is 'null'",
  "acac-not-true": "only 'true' counts",
  "methods-unparsable": "not a list of methods",
  "method-not-allowed": "the method is not listed",
  "headers-unparsable": "not a list of header names",
  "header-not-allowed": "a header of the request is not listed",
  "authorization-needs-explicit": "'*' does not cover Authorization",
};

/** What is said beside a header that is in order; nothing that this exchange does not show. */
const meanings = dictionary<(value: string, exchange: Exchange) => string>({
  [allowOrigin]: (value, { request }) =>
    value === "*"
      ? "any page, without credentials"
      : value === request.headers.get("origin")
        ? "this page"
        : "",
  "access-control-allow-credentials": (value) => (value === "true" ? "with credentials" : ""),
  "access-control-allow-methods": () => "beyond GET, HEAD and POST",
  "access-control-allow-headers": () => "that the script may set",
  "access-control-expose-headers": () => "that the script may read",
  "access-control-max-age": (value, { kind, conclusion }) =>
    kind === "preflight" && conclusion.kind === "allowed" ? `cached for ${value} seconds` : "",
  vary: (value) => (/origin|\*/i.test(value) ? "caches keep pages apart" : ""),
});

/** The lines of a response, each with what the browser made of it; those of CORS first. */
export function headerNotes(
  exchange: Exchange,
  lines: readonly HeaderLine[],
): readonly HeaderNote[] {
  const faults = faultsOf(exchange);
  const notes = lines.map(([name, value]) => {
    const told = note(name, value, exchange, faults.get(name));
    const isTwice = lines.filter(([other]) => other === name).length > 1;
    return told.mark === "bad" && isTwice ? { ...told, remark: "one value, once" } : told;
  });
  return notes.toSorted((one, other) => rank(one) - rank(other));
}

/** CORS headers the browser looked for in vain. */
export function missingHeaders(exchange: Exchange): readonly string[] {
  const headers = exchange.response?.headers;
  return [...faultsOf(exchange).keys()].filter((name) => headers && !headers.has(name));
}

function faultsOf(exchange: Exchange): ReadonlyMap<string, CorsCode> {
  const { failure, further } = diagnose(exchange);
  const status = exchange.response?.status ?? 0;
  // What an error's response lacks beyond the first failure would not be lacking in another.
  const isError = status >= 400;
  const faults = new Map<string, CorsCode>();
  for (const { code } of failure
    ? [failure, ...(isError ? [] : further)]
    : isError
      ? []
      : further) {
    const name = culprits[code];
    if (name !== undefined && !faults.has(name)) faults.set(name, code);
  }
  return faults;
}

function note(
  name: string,
  value: string,
  exchange: Exchange,
  fault: CorsCode | undefined,
): HeaderNote {
  if (fault !== undefined) return { name, value, mark: "bad", remark: remarks[fault] ?? "" };
  const remark = meanings[name]?.(value, exchange) ?? "";
  const isOurs = name.startsWith(prefix) || remark !== "";
  return { name, value, mark: isOurs ? "good" : "none", remark };
}

function rank({ name, mark }: HeaderNote): number {
  if (name.startsWith(prefix)) return 0;
  return mark === "none" ? 2 : 1;
}
