import type { Exchange, Failure, Profile } from "@crossgate/browser";
import type { AskedAs, GivenHeader } from "../given/given.ts";
import type { WireFault } from "../network/wire-error.ts";

/** A response, as far as an explanation needs it. */
export interface Answer {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  /** The header lines one by one, where they are known: two lines of one name stay two. */
  readonly lines: readonly GivenHeader[];
  /** The first characters of the body that can be shown. */
  readonly text: string;
  /** The beginning of the body as it was sent. */
  readonly raw: string;
}

/** One exchange of the browser, with its response. */
export interface Seen {
  readonly exchange: Exchange;
  readonly answer: Answer | undefined;
}

/** Answers to questions that no browser asked, each undefined where it was not asked or not answered. */
export interface Probes {
  /** The same GET without `Origin`. */
  readonly withoutOrigin?: Answer | undefined;
  /** The same GET with another `Accept-Encoding`. */
  readonly otherEncoding?: Answer | undefined;
  /** The same GET for a page of another origin. */
  readonly stranger?: Answer | undefined;
  /** The same URL by GET, with nothing that needs a preflight. */
  readonly simple?: Answer | undefined;
  /** A preflight for the same URL, where the browser needed none: it shows the lists. */
  readonly preflight?: Answer | undefined;
  /** An address that does not exist. */
  readonly missing?: Answer | undefined;
  /** The server's front page. */
  readonly frontPage?: Answer | undefined;
  /** The URL that a redirect leads to, asked directly. */
  readonly target?: Answer | undefined;
  /** What the real request would have failed with, had its preflight passed. */
  readonly behindPreflight?: readonly Failure[] | undefined;
}

/** What was asked, in the browser's terms. */
export interface Asked {
  readonly url: string;
  /** The page's origin, serialised. */
  readonly origin: string;
  /** Whether the page was opened from a file. */
  readonly isFile: boolean;
  readonly profile: Profile;
  readonly as: AskedAs;
  readonly method: string;
  readonly headers: readonly GivenHeader[];
  readonly mode: "cors" | "no-cors" | "same-origin";
  readonly credentials: RequestCredentials;
  /** Whether the page's address has no scheme, so that the browser takes the host for one. */
  readonly isSchemeless?: boolean | undefined;
  /** The bytes of its body, where the request outlives its page. */
  readonly outlivingBytes?: number | undefined;
}

/** Why there was no response. */
export interface NoAnswer {
  readonly fault: WireFault;
  readonly sentence: string;
  readonly detail: string;
  /** Where there was none. */
  readonly url: string;
}

/** All that an explanation rests on. */
export interface Evidence {
  readonly asked: Asked;
  readonly seen: readonly Seen[];
  /** What the browser reports; undefined where it gave the response to the page. */
  readonly failure: Failure | undefined;
  readonly noAnswer: NoAnswer | undefined;
  /** The response to a WebSocket's handshake, which is no exchange of fetch. */
  readonly handshake?: Answer | undefined;
  /** The address that answered, where it is known. */
  readonly address?: string | undefined;
  readonly probes: Probes;
}

/** The last exchange: the one that failed, if any did. */
export function lastSeen({ seen }: Evidence): Seen | undefined {
  return seen.at(-1);
}
