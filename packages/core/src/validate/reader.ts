import type { ConfigIssueCode } from "../config-error.ts";

/** What is wrong, and behind a semicolon what to write instead; its first word is the code. */
export type Message = `${ConfigIssueCode} ${string}`;

/** Takes down one problem, of a list with the entry's index; validation goes on. */
export type Refuse = (message: Message, index?: number) => void;

/** The options that decide what others may be. */
export interface Rules {
  readonly credentials: boolean;
  readonly allowInsecure: boolean;
}

/** Reads one option. What it can't read it refuses; what it then returns is never used. */
export type Reader = (value: unknown, refuse: Refuse, rules: Rules) => unknown;

/** Judges one entry of a list: a message, or `undefined` for a good one. */
export type Judge = (entry: unknown, rules: Rules) => Message | undefined;
