import { whyUnusable } from "./usable.ts";
import { failureOf } from "../failure.ts";
import { fetchForPage } from "../fetch-algorithm.ts";
import type { HostResponse, ReferrerPolicyName } from "../host-types.ts";
import type { Initiator } from "../request/page-request.ts";
import { contextRules } from "./engines.ts";
import type { Loadable } from "./loadable.ts";
import type { CrossOrigin } from "./request-for.ts";
import { corsSettings, requestFor } from "./request-for.ts";
import type { PageContext } from "./page-context.ts";

/** The attributes of the element. */
export interface LoadOptions {
  /**
   * Sets the attribute `crossorigin`. Modules always load with CORS. So do fonts, which have no such
   * attribute.
   *
   * Permitted:
   * - `"anonymous"`: with CORS, without cookies
   * - `"use-credentials"`: with CORS and cookies
   *
   * @default undefined: without the attribute
   * @example An image for a canvas
   * ```ts
   * const page = createBrowser({ network: () => new Response("hello") }).open("https://myapp.com");
   * await page.load("image", "https://cdn.example/a.png", { crossorigin: "anonymous" });
   * ```
   */
  readonly crossorigin?: CrossOrigin | undefined;
  /**
   * Sets the attribute `integrity`: hashes of the resource, one of which must fit. A resource of another
   * origin needs `crossorigin` too.
   *
   * @default undefined: any content fits
   */
  readonly integrity?: string | undefined;
  /**
   * Sets the attribute `referrerpolicy`, for this request alone.
   *
   * @default undefined: the page's policy
   */
  readonly referrerPolicy?: ReferrerPolicyName | undefined;
}

/** What the page has of what it loaded. */
export interface Loaded {
  /** Opaque: the page shows or runs it, and cannot look into it. */
  readonly type: "basic" | "cors" | "opaque";
  /**
   * Whether the page may look. A canvas then stays readable with the image or video on it. The
   * rules of a style sheet can be listed, and the errors of a script have their text.
   */
  readonly readable: boolean;
  readonly response: HostResponse;
}

interface Kind {
  readonly destination: string;
  readonly without: "no-cors" | "same-origin" | "cors";
  readonly initiator: Initiator;
}

const kinds: Readonly<Record<Loadable, Kind>> = {
  image: { destination: "image", without: "no-cors", initiator: "image" },
  font: { destination: "font", without: "cors", initiator: "font" },
  script: { destination: "script", without: "no-cors", initiator: "script" },
  module: { destination: "script", without: "cors", initiator: "script" },
  style: { destination: "style", without: "no-cors", initiator: "style" },
  audio: { destination: "audio", without: "no-cors", initiator: "audio" },
  video: { destination: "video", without: "no-cors", initiator: "video" },
  track: { destination: "track", without: "same-origin", initiator: "track" },
};

/** Ends as the element does where CORS has let a response pass that is of no use. */
function refuseUnusable(what: Loadable, { transport, profile }: PageContext): void {
  const exchange = transport.last();
  const isRedirected = (exchange?.state.urls.length ?? 1) > 1;
  const why =
    exchange?.response && whyUnusable(what, exchange.response, isRedirected, contextRules[profile]);
  if (!exchange || why === undefined) return;
  throw transport.errorOf(failureOf("actual", "answer-unusable", why), exchange);
}

/**
 * Loads a resource as an element of the page does, or a rule of its style sheets.
 *
 * @throws CorsBlockedError where the element gets `error` instead of `load`
 * @see https://html.spec.whatwg.org/multipage/urls-and-fetching.html#create-a-potential-cors-request
 */
export async function load(
  what: Loadable,
  url: string,
  options: LoadOptions,
  page: PageContext,
): Promise<Loaded> {
  const { destination, without, initiator } = kinds[what];
  const { integrity, referrerPolicy } = options;
  const crossorigin = what === "font" ? undefined : options.crossorigin;
  const rules = contextRules[page.profile];
  const hides = what === "track" && !rules.tracksHaveReferrer;
  const init = {
    ...corsSettings(crossorigin, rules.loadedWithoutCors.includes(what) ? "no-cors" : without),
    integrity,
    referrerPolicy: hides ? ("no-referrer" as const) : referrerPolicy,
  };
  const isMedia = what === "audio" || what === "video";
  const request = await requestFor(
    url,
    {
      init,
      initiator,
      destination,
      headers: isMedia ? rules.mediaHeaders : [],
    },
    page,
  );
  const response = await fetchForPage(request, page.transport);
  refuseUnusable(what, page);
  const type = response.type === "opaque" || response.type === "cors" ? response.type : "basic";
  return { type, readable: type !== "opaque", response };
}
