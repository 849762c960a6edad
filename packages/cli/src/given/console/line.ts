import type { CorsCode, EmbedderPolicy, Profile } from "@crossgate/browser";
import type { AskedAs } from "../given.ts";

/** What one console line tells. */
export interface ConsoleLine {
  readonly profile: Profile;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly as?: AskedAs | undefined;
  readonly said?: CorsCode | undefined;
  /** The value, method or header that the line names. */
  readonly detail?: string | undefined;
  /** The policy of the page that the line is about. */
  readonly embedderPolicy?: EmbedderPolicy | undefined;
  /** Whether an element asks with CORS, although the line tells no failure of it. */
  readonly isWithCors?: boolean | undefined;
  /** Whether the line is about no request at all. */
  readonly isNoRequest?: boolean | undefined;
  /** The mode, where the line tells it. */
  readonly mode?: "same-origin" | undefined;
  /** Whether the line is about a preflight. */
  readonly isPreflight: boolean;
  /** What a person should know about the line itself. */
  readonly note?: string | undefined;
}

/** A wording of one engine, and the code that it stands for. */
export type Wording = readonly [pattern: RegExp, code: CorsCode, isPreflight?: boolean];

/** The first wording that a text has; its first group is the detail. */
export function findWording(
  text: string,
  wordings: readonly Wording[],
): Pick<ConsoleLine, "said" | "detail" | "isPreflight"> {
  for (const [pattern, said, isPreflight = false] of wordings) {
    const match = pattern.exec(text);
    if (match) return { said, detail: match[1], isPreflight };
  }
  return { isPreflight: false };
}

/** A URL that a wrapped line has broken. */
export function unbroken(url: string | undefined): string | undefined {
  return url?.replace(/\s/g, "");
}
