import type { HostUrl } from "../host-types.ts";

/** Where an address can be reached from: everywhere, one network, or one machine alone. */
export type AddressSpace = "public" | "local" | "loopback";

/** Address spaces by host (`printer.example`) or host and port, or a function that tells them. */
export type AddressSpaces =
  | Readonly<Record<string, AddressSpace>>
  | ((url: HostUrl) => AddressSpace | undefined);

const loopback = /^(?:localhost\.?|.+\.localhost\.?|127(?:\.[0-9]+){3}|\[::1\])$/;
const local =
  /^(?:10(?:\.[0-9]+){3}|192\.168(?:\.[0-9]+){2}|169\.254(?:\.[0-9]+){2}|172\.(?:1[6-9]|2[0-9]|3[01])(?:\.[0-9]+){2}|\[f[cd][^\]]*\]|\[fe[89ab][^\]]*\]|.+\.local)$/;

/**
 * The address space of a URL: as given, or as its host looks. A name looks public, since nothing is
 * resolved here.
 *
 * @see https://wicg.github.io/local-network-access/#ip-address-space
 */
export function addressSpaceOf(url: HostUrl, given: AddressSpaces | undefined): AddressSpace {
  const told =
    typeof given === "function" ? given(url) : (given?.[url.host] ?? given?.[url.hostname]);
  if (told !== undefined) return told;
  if (loopback.test(url.hostname)) return "loopback";
  return local.test(url.hostname) ? "local" : "public";
}
