import { application } from "../application.ts";
import { actual } from "../loads.ts";
import { ORIGINS } from "../policy.ts";
import type { Comparison, Trial } from "../trial.ts";

const BARE = "bare handler";
/** The three headers of an allowed request, as they are mostly written. */
export const WRITTEN = "two `set`, one `append`";

const ORIGIN = ORIGINS[1];
const REQUESTS = [actual(ORIGIN)];
const NAMES = [
  "access-control-allow-origin",
  "access-control-allow-credentials",
  "access-control-expose-headers",
  "access-control-allow-methods",
  "access-control-allow-headers",
  "access-control-max-age",
];

/** What a gate is made of, each by itself: no gate is cheaper than those that it needs. */
export function operations(): readonly Comparison[] {
  return [
    {
      load: "on a response",
      trials: [
        { contender: BARE, work: application, requests: REQUESTS },
        onResponse(WRITTEN, (headers) => {
          headers.set("access-control-allow-origin", ORIGIN);
          headers.set("access-control-allow-credentials", "true");
          headers.append("vary", "Origin");
        }),
        onResponse("three `append`", append),
        onResponse("one `append`", (headers) => headers.append("vary", "Origin")),
        onResponse("one `set`", (headers) => headers.set("vary", "Origin")),
        onResponse("one `get`", (headers) => headers.get("vary")),
        onResponse("six `has`", (headers) => NAMES.some((name) => headers.has(name))),
        onResponse("one pass (`forEach`)", isUntouched),
        onResponse(
          "one pass, three `append`",
          (headers) => isUntouched(headers) && append(headers),
        ),
        {
          contender: "reading `status`",
          base: BARE,
          requests: REQUESTS,
          work: () => {
            const response = application();
            return response.status < 200 ? undefined : response;
          },
        },
        {
          contender: "a verdict that explains itself when asked",
          base: BARE,
          requests: REQUESTS,
          work: (request) => {
            seen = verdictOn(request);
            return application();
          },
        },
      ],
    },
    {
      load: "a response to a preflight",
      trials: [
        whole("`new Response` with six headers", () => new Response(null, { headers: ANSWER })),
        whole("`new Response`, six `append`", () => {
          const response = new Response(null);
          for (const [name, value] of LINES) response.headers.append(name, value);
          return response;
        }),
      ],
    },
  ];
}

function onResponse(contender: string, operate: (headers: Headers) => unknown): Trial {
  const work = (): unknown => {
    const response = application();
    seen = operate(response.headers);
    return response;
  };
  return { contender, base: BARE, requests: REQUESTS, work };
}

/**
 * Read by no one, so that no engine leaves out what it would tell.
 *
 * @public
 */
export let seen: unknown;

function whole(contender: string, work: () => Response): Trial {
  return { contender, requests: REQUESTS, work };
}

function append(headers: Headers): void {
  headers.append("access-control-allow-origin", ORIGIN);
  headers.append("access-control-allow-credentials", "true");
  headers.append("vary", "Origin");
}

function isUntouched(headers: Headers): boolean {
  let isUntouched = true;
  headers.forEach((_, name) => {
    if (name === "vary" || name.startsWith("access-control-")) isUntouched = false;
  });
  return isUntouched;
}

/** The least that `check` gives back: the decision, its application, and its reason when read. */
function verdictOn(request: Request): object {
  return {
    kind: "actual",
    origin: ORIGIN,
    apply: (response: Response) => [response, request],
    explain: () => request.method,
  };
}

const ANSWER = {
  "access-control-allow-origin": ORIGIN,
  "access-control-allow-credentials": "true",
  "access-control-allow-methods": "GET,POST,PUT,DELETE",
  "access-control-allow-headers": "content-type,authorization",
  "access-control-max-age": "7200",
  vary: "Origin",
};
const LINES = Object.entries(ANSWER);
