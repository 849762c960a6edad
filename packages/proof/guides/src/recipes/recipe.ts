import type { Asked } from "@crossgate/testkit/ask";
import type { Api } from "./api.ts";

/** A question beyond those that every recipe is asked, and what the page says of the response. */
export interface Peculiarity {
  readonly says: string;
  readonly asked: Asked;
  readonly status: number;
  /** Whether the gate saw the response, so that it has the policy's headers. */
  readonly gated: boolean;
}

/** The library's own client at work in a page, with the page's `fetch`; it resolves to what it reads. */
export type Client = (fetch: typeof globalThis.fetch, server: string) => Promise<string>;

/** What people leave out of the policy, and a client can't do without. */
export interface Mistake {
  readonly says: string;
  /** Takes it out of what the server answers. */
  readonly spoil: (headers: Headers) => void;
  /** What the client then says. */
  readonly error: RegExp;
}

export interface Probe {
  readonly path: string;
  readonly status: number;
}

export interface Recipe {
  readonly name: string;
  /** Its folder below `recipes`, and its page below `docs/recipes`. */
  readonly folder: string;
  /** What builds it, in its folder; what needs no build runs where it lies. */
  readonly build?: readonly string[];
  readonly start: readonly string[];
  /** Serves its sources, while they are written. */
  readonly develop?: readonly string[];
  /** Packages that stand in another's place, by its name: an older version beside a newer. */
  readonly links?: Readonly<Record<string, string>>;
  /** The package whose version the page names. */
  readonly version: string;
  /** @default DATA_API */
  readonly api?: Api;
  /** What answers once it runs. @default what is read, with 200 */
  readonly probe?: Probe;
  readonly client?: Client;
  readonly mistake?: Mistake;
  readonly peculiarities: readonly Peculiarity[];
}
