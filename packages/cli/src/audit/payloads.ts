import { getDomain, getPublicSuffix } from "tldts";

/** The holes that a payload looks for. */
export type PayloadClass =
  | "reflection"
  | "prefix"
  | "suffix"
  | "unescaped-dot"
  | "null"
  | "downgrade"
  | "special-characters"
  | "port"
  | "userinfo"
  | "joined-origins"
  | "any-subdomain"
  | "top-level"
  | "shared-hosting"
  | "extension"
  | "localhost";

/** One Origin header to try. */
export interface Payload {
  readonly class: PayloadClass;
  readonly origin: string;
}

const stranger = "crossgate-audit.example";
/** Where anyone publishes pages, and preview deployments of many a team are. */
const sharedHosts = ["vercel.app", "netlify.app", "pages.dev", "github.io", "web.app"];
/** Characters that some browser accepts in a host, and careless patterns take for its end. */
const characters = "_ - ! $ & ' ( ) * + , ; = ~ ` %60".split(" ");

/**
 * Origins that no one should be allowed under a policy for these origins, each an attack that has
 * worked on someone.
 *
 * @see https://portswigger.net/research/exploiting-cors-misconfigurations-for-bitcoins-and-bounties
 */
export function payloadsFor(trusted: readonly string[]): readonly Payload[] {
  const general: readonly Payload[] = [
    { class: "reflection", origin: `https://${stranger}` },
    { class: "null", origin: "null" },
    { class: "reflection", origin: `http://${stranger}` },
    { class: "localhost", origin: "http://localhost:3000" },
    { class: "localhost", origin: "https://localhost.crossgate-audit.example" },
  ];
  const own = trusted
    .filter((origin) => URL.canParse(origin))
    .flatMap((origin) => aroundOrigin(new URL(origin)));
  const elsewhere: readonly Payload[] = [
    ...sharedHosts.map((host): Payload => ({
      class: "shared-hosting",
      origin: `https://crossgate-audit.${host}`,
    })),
    { class: "extension", origin: "chrome-extension://abcdefghijklmnopabcdefghijklmnop" },
  ];
  const unique = new Map(
    [...general, ...own, ...elsewhere].map((payload) => [payload.origin, payload]),
  );
  return [...unique.values()].filter(({ origin }) => !trusted.includes(origin));
}

function aroundOrigin(url: URL): readonly Payload[] {
  const { protocol, hostname: host, origin, port } = url;
  const at = (name: string): string => `${protocol}//${name}`;
  const isName = /[a-z]/.test(host) && !host.startsWith("[");
  return [
    { class: "prefix", origin: `${origin}.${stranger}` },
    { class: "prefix", origin: at(`${host}${stranger}`) },
    ...(isName ? aroundName(host, at) : []),
    ...(protocol === "https:"
      ? [{ class: "downgrade", origin: `http://${url.host}` } as const]
      : []),
    { class: "port", origin: at(`${host}:${port === "8443" ? "8444" : "8443"}`) },
    { class: "userinfo", origin: at(`${url.host}@${stranger}`) },
    { class: "userinfo", origin: at(`${stranger}@${url.host}`) },
    { class: "joined-origins", origin: `${origin}, https://${stranger}` },
    { class: "joined-origins", origin: `https://${stranger}, ${origin}` },
    ...characters.map((character): Payload => ({
      class: "special-characters",
      origin: at(`${host}${character}.${stranger}`),
    })),
  ];
}

function aroundName(host: string, at: (name: string) => string): readonly Payload[] {
  const domain = getDomain(host) ?? host;
  const suffix = getPublicSuffix(host) ?? "";
  const dots = [...host.matchAll(/\./g)].map(({ index }) => index);
  return [
    { class: "suffix", origin: at(`crossgate-audit${domain}`) },
    { class: "suffix", origin: at(`crossgate-audit${host}`) },
    { class: "suffix", origin: at(domain.slice(1)) },
    ...dots.map((index): Payload => ({
      class: "unescaped-dot",
      origin: at(`${host.slice(0, index)}x${host.slice(index + 1)}`),
    })),
    { class: "any-subdomain", origin: at(`crossgate-audit.${host}`) },
    ...(host.endsWith(`.${suffix}`)
      ? ["xyz", "co.uk"].map((other): Payload => ({
          class: "top-level",
          origin: at(host.slice(0, -suffix.length) + (other === suffix ? "net" : other)),
        }))
      : []),
  ];
}
