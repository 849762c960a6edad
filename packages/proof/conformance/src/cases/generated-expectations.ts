// What generated cases expect; the other cases are written out whole.
import type { Reason } from "@crossgate/core";
import type { Expectation } from "../case.ts";

const DEFAULT_METHODS = "GET,HEAD,PUT,POST,DELETE,PATCH,QUERY";
const ANY_HEADERS = "*,authorization";

/** Headers of a response, by short names. */
interface CorsHeaders {
  readonly origin?: string;
  readonly credentials?: boolean;
  readonly methods?: string;
  readonly headers?: string;
  readonly maxAge?: string;
  readonly expose?: string;
  /** @default "Origin" */
  readonly vary?: string | null;
}

export function cors(given: CorsHeaders): Record<string, string> {
  const { origin, credentials, methods, headers, maxAge, expose, vary = "Origin" } = given;
  const named: readonly (readonly [string, string | null | undefined])[] = [
    ["access-control-allow-origin", origin],
    ["access-control-allow-credentials", credentials ? "true" : undefined],
    ["access-control-allow-methods", methods],
    ["access-control-allow-headers", headers],
    ["access-control-max-age", maxAge],
    ["access-control-expose-headers", expose],
    ["vary", vary],
  ];
  return Object.fromEntries(
    named.filter((pair): pair is readonly [string, string] => typeof pair[1] === "string"),
  );
}

/** The handler's response, which this origin may read. */
export function readable(origin: string, more: CorsHeaders = {}): Expectation {
  return {
    handlerCalled: true,
    present: cors({ origin, ...more }),
    verdict: ["actual", true, "origin-allowed"],
    page: "reads",
  };
}

/** The handler's response, which a browser keeps from the page. */
export function unreadable(
  reason:
    | "origin-denied"
    | "origin-malformed"
    | "origin-null"
    | "origin-check-failed" = "origin-denied",
): Expectation {
  return {
    handlerCalled: true,
    present: cors({}),
    verdict: ["actual", false, reason],
    ...keptFromThePage(reason),
  };
}

/** The handler's response to a request that has no origin. */
export const WITHOUT_ORIGIN: Expectation = {
  handlerCalled: true,
  present: cors({}),
  verdict: ["none", true, "no-origin"],
  page: "never",
};

/** An allowed preflight under a policy that leaves methods, headers and max-age to the defaults. */
export function permission(origin: string, more: CorsHeaders = {}): Expectation {
  return {
    handlerCalled: false,
    present: cors({
      origin,
      methods: DEFAULT_METHODS,
      headers: ANY_HEADERS,
      maxAge: "600",
      ...more,
    }),
    verdict: ["preflight", true, "preflight-allowed"],
    page: "reads",
  };
}

/** A malformed origin is mostly one that no page has, and then nothing is kept from anyone. */
function keptFromThePage(reason: Reason): Pick<Expectation, "page"> {
  return reason === "origin-malformed" ? {} : { page: "blocked:acao-missing" };
}

/** The one refusal: the same to everyone, whatever the policy. */
export function refusal(
  kind: "actual" | "preflight" = "preflight",
  reason:
    | "origin-denied"
    | "origin-malformed"
    | "origin-null"
    | "origin-check-failed" = "origin-denied",
): Expectation {
  return {
    handlerCalled: false,
    status: 403,
    present: { "cache-control": "no-store", vary: "Origin" },
    body: "Origin not allowed.\n",
    verdict: [kind, false, reason],
    ...keptFromThePage(reason),
  };
}
