import { isInsecureOrigin } from "../fetch/origin.ts";
import type { CorsOptions } from "../options.ts";

/** The options that say whether credentials go along, and whether the network may read them. */
export type CredentialOptions = Pick<
  CorsOptions,
  "credentials" | "dangerouslyAllowInsecureOrigins"
>;

/** Whether the network would read along, and no one has said that it may. */
export function sendsCredentialsInsecurely(
  origin: string,
  options: CredentialOptions,
): boolean | undefined {
  return (
    options.credentials && !options.dangerouslyAllowInsecureOrigins && isInsecureOrigin(origin)
  );
}
