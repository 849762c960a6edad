import type { ReferrerPolicyName } from "./host-types.ts";
import type { EmbedderPolicy } from "./request/page-client.ts";

/** What the document of a page was served with. */
export interface PageOptions {
  /**
   * Sets the page's `Referrer-Policy`.
   *
   * Permitted:
   * - `""`: the default
   * - `"no-referrer"`: no `Referer`
   * - `"no-referrer-when-downgrade"`, `"unsafe-url"`: the whole URL, the first never from `https:` to
   *   `http:`
   * - `"origin"`, `"strict-origin"`: the origin alone, the second never from `https:` to `http:`
   * - `"same-origin"`: the whole URL, and nothing to other origins
   * - `"origin-when-cross-origin"`, `"strict-origin-when-cross-origin"`: the whole URL to the page's
   *   origin, the origin alone to others, the second never from `https:` to `http:`
   *
   * @default "strict-origin-when-cross-origin"
   * @example A page that hides its address
   * ```ts
   * const browser = createBrowser({ network: () => new Response("hello") });
   * browser.open("https://myapp.com/orders/1", { referrerPolicy: "no-referrer" });
   * ```
   */
  readonly referrerPolicy?: ReferrerPolicyName;
  /**
   * Sets the page's `Cross-Origin-Embedder-Policy`.
   *
   * Permitted:
   * - `"unsafe-none"`: any resource loads
   * - `"require-corp"`: a resource without CORS needs `Cross-Origin-Resource-Policy`
   * - `"credentialless"`: a resource without CORS loads without cookies
   *
   * @default "unsafe-none"
   * @example A page that is cross-origin isolated
   * ```ts
   * const browser = createBrowser({ network: () => new Response("hello") });
   * browser.open("https://myapp.com", { embedderPolicy: "require-corp" });
   * ```
   */
  readonly embedderPolicy?: EmbedderPolicy;
  /**
   * Says whether the page's origin is opaque.
   *
   * Permitted:
   * - `false`: it is the origin of the page's URL
   * - `true`: it is opaque, as in a frame with `sandbox` and without `allow-same-origin`
   *
   * @default false
   * @example A sandboxed frame
   * ```ts
   * const browser = createBrowser({ network: () => new Response("hello") });
   * browser.open("https://myapp.com/frame", { sandboxed: true }).origin; // "null"
   * ```
   */
  readonly sandboxed?: boolean;
}
