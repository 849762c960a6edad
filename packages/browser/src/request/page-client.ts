import type { ReferrerPolicyName } from "../host-types.ts";
import type { RegistrableDomain } from "../fetch/registrable-domain.ts";

/** What a page says of resources that do not say who may embed them. */
export type EmbedderPolicy = "unsafe-none" | "require-corp" | "credentialless";

/** The page behind a request, as far as it decides what its requests look like. */
export interface PageClient {
  /** The page's URL; undefined for a page with an opaque origin and without its own URL. */
  readonly url: string | undefined;
  /** `Referrer-Policy` of the page. */
  readonly referrerPolicy: ReferrerPolicyName;
  /** `Cross-Origin-Embedder-Policy` of the page. */
  readonly embedderPolicy: EmbedderPolicy;
  readonly registrableDomain: RegistrableDomain | undefined;
}
