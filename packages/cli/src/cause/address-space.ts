/** The four numbers of an IPv4 address, also of one inside an IPv6 address. */
function numbersOf(address: string): readonly number[] | undefined {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, "");
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(bare)) return undefined;
  const numbers = bare.split(".").map(Number);
  return numbers.every((number) => number <= 255) ? numbers : undefined;
}

/** Whether an address is this machine's own. */
export function isLoopbackAddress(address: string): boolean {
  return numbersOf(address)?.[0] === 127 || address === "::1";
}

/** Whether an address belongs to this machine or its own network, and not to the internet. */
export function isLocalAddress(address: string): boolean {
  const [first, second = 0] = numbersOf(address) ?? [];
  if (first === undefined)
    return address === "::1" || /^(?:f[cd]|fe[89ab])[\da-f]{0,2}:/i.test(address);
  if (first === 10 || first === 127) return true;
  if (first === 172) return second >= 16 && second <= 31;
  if (first === 192) return second === 168;
  if (first === 100) return second >= 64 && second <= 127;
  return first === 169 && second === 254;
}

/** Whether a host's name alone says so. */
export function isLocalHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, "");
  return /^(?:localhost|.+\.(?:localhost|local))$/.test(host) || isLocalAddress(host);
}

/** Hosts that browsers trust without TLS. */
export function isLoopbackHost(hostname: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
