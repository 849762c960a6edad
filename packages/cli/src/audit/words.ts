import type { PayloadClass } from "./payloads.ts";

interface Words {
  readonly summary: string;
  readonly fix: string;
}

const compare = "Compare the whole origin with a list, byte for byte (Crossgate: origin).";

/** What an allowed payload of each class means. */
export const payloadWords: Readonly<Record<PayloadClass, Words>> = {
  reflection: {
    summary: "Any origin is allowed: the server repeats what it is sent",
    fix: "Allow a list of origins, never the one that asks (Crossgate: origin).",
  },
  prefix: {
    summary: "Origins that begin with an allowed one are allowed",
    fix: `An attacker registers the rest of the name. ${compare}`,
  },
  suffix: {
    summary: "Origins that end in an allowed host are allowed",
    fix: `An attacker registers a name with that ending. ${compare} For subdomains match from the dot on.`,
  },
  "unescaped-dot": {
    summary: "A dot of the pattern stands for any character",
    fix: `Escape it: \\. ${compare}`,
  },
  null: {
    summary: "The origin null is allowed, which every sandboxed page can be",
    fix: "Never allow null.",
  },
  downgrade: {
    summary: "The http: twin of an https: origin is allowed",
    fix: "Anyone on the network can be an http: page. Allow https: only.",
  },
  "special-characters": {
    summary: "A character that is odd in a host ends the pattern's match",
    fix: compare,
  },
  port: {
    summary: "Any port of an allowed host is allowed",
    fix: "Another program on that host may be less careful. Name the port.",
  },
  userinfo: {
    summary: "An origin with a user name in it is allowed; no browser sends one",
    fix: compare,
  },
  "joined-origins": {
    summary: "Two origins in one header are allowed; no browser sends them",
    fix: compare,
  },
  "any-subdomain": {
    summary: "Every subdomain of an allowed host is allowed",
    fix: "Be sure of all of them: one with a script injection is enough. Else name the hosts.",
  },
  "top-level": {
    summary: "The name of an allowed host is allowed under any top-level domain",
    fix: `An attacker registers it there. ${compare}`,
  },
  "shared-hosting": {
    summary: "Pages of a host where anyone publishes are allowed",
    fix: "Name your own hosts there in full, and never the ending that all of them share.",
  },
  extension: {
    summary: "Any browser extension is allowed",
    fix: "Name your own extension: chrome-extension:// and its ID.",
  },
  localhost: {
    summary: "Pages on the reader's own machine, or named after it, are allowed",
    fix: "Leave localhost out of the production list.",
  },
};
