import type { Handler } from "../contender.ts";
import { ORIGINS } from "../policy.ts";
import { answerPreflight, isPreflight, withoutCors } from "./by-hand.ts";

type Lines = readonly (readonly [name: string, value: string])[];
type Application = (
  this: unknown,
  ...given: [Request, ...unknown[]]
) => Response | Promise<Response>;

// What a gate for any policy is given, and has not built in.
const ALLOWED: ReadonlySet<string> = new Set(ORIGINS);
const DENIED: Lines = [["vary", "Origin"]];
const GRANTED: Lines = [["access-control-allow-credentials", "true"], ...DENIED];

/**
 * The least that `wrap` owes. The policy is data, and the length of origins is bounded (O2). There
 * is one look at the headers (R3, R4, R6), and responses may take none (R6). `this` and every
 * argument are passed on, and so are a promise and an error (R8). It has no verdict, so it can
 * neither explain itself nor tell `onVerdict`.
 */
export function leastWrap(handler: Application, onError?: (error: unknown) => Response): Handler {
  return function (this: unknown, request: Request) {
    const origin = request.headers.get("origin");
    if (isPreflight(request, origin)) return answerPreflight(origin);
    const isAllowed = allows(origin);
    let answer: Response | Promise<Response>;
    try {
      answer = handler.apply(this, arguments as unknown as [Request]);
    } catch (error) {
      if (!onError) throw error;
      answer = onError(error);
    }
    return answer instanceof Promise
      ? answer.then((response) => write(response, isAllowed, origin))
      : write(answer, isAllowed, origin);
  };
}

/** The least that `check` owes: the same, and a verdict to ask. */
export function leastCheck(request: Request): LeastVerdict {
  const origin = request.headers.get("origin");
  const isAsked = isPreflight(request, origin);
  return new LeastVerdict(
    isAsked ? "preflight" : origin === null ? "none" : "actual",
    origin,
    allows(origin),
    isAsked ? answerPreflight(origin) : undefined,
  );
}

/** Without a closure: what explains it is worked out on reading, of what is kept. */
class LeastVerdict {
  readonly kind: string;
  readonly origin: string | null;
  readonly response: Response | undefined;
  readonly #isAllowed: boolean;

  constructor(
    kind: string,
    origin: string | null,
    isAllowed: boolean,
    response: Response | undefined,
  ) {
    this.kind = kind;
    this.origin = origin;
    this.response = response;
    this.#isAllowed = isAllowed;
  }

  get allowed(): boolean {
    return this.#isAllowed || this.kind === "none";
  }

  apply(response: Response): Response {
    return write(response, this.#isAllowed, this.origin);
  }
}

function allows(origin: string | null): boolean {
  return origin !== null && origin.length <= 326 && ALLOWED.has(origin);
}

function write(response: Response, isAllowed: boolean, origin: string | null): Response {
  if (response.status < 200) return response;
  const { headers } = response;
  let isUntouched = true;
  headers.forEach((_, name) => {
    if (name === "vary" || name.startsWith("access-control-")) isUntouched = false;
  });
  if (isUntouched) {
    try {
      append(headers, isAllowed, origin);
      return response;
    } catch {
      // A response of `fetch` and its like.
    }
  }
  const copy = withoutCors(response);
  append(copy.headers, isAllowed, origin);
  return copy;
}

function append(headers: Headers, isAllowed: boolean, origin: string | null): void {
  if (isAllowed && origin !== null) headers.append("access-control-allow-origin", origin);
  for (const [name, value] of isAllowed ? GRANTED : DENIED) headers.append(name, value);
}
