import { BlockList, isIP } from "node:net";

const own = new BlockList();
own.addSubnet("127.0.0.0", 8);
own.addSubnet("10.0.0.0", 8);
own.addSubnet("172.16.0.0", 12);
own.addSubnet("192.168.0.0", 16);
own.addSubnet("169.254.0.0", 16);
own.addAddress("::1", "ipv6");
own.addSubnet("fc00::", 7, "ipv6");
own.addSubnet("fe80::", 10, "ipv6");

/** Whether an address belongs to this machine or its own network, and not to the internet. */
export function isLocalAddress(address: string): boolean {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, "");
  const family = isIP(bare);
  return family !== 0 && own.check(bare, family === 6 ? "ipv6" : "ipv4");
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
