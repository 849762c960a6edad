import type { ConfigIssueCode } from "../config-error.ts";
import type { CredentialRules } from "../origin/leak.ts";
import { quote } from "../quote.ts";

/** What is wrong, and behind a semicolon what to write instead; its first word is the code. */
export type Message = `${ConfigIssueCode} ${string}`;

/** Takes down one problem, at `[index]` of a list; validation goes on. */
export type Refuse = (message: Message, at?: string) => undefined;

/**
 * Reads one option, or one entry of a list, under the rules as they were given. What it refuses it
 * need not return.
 */
export type Reader<Value = unknown> = (
  value: Value,
  refuse: Refuse,
  rules: CredentialRules,
) => unknown;

/** A reader of values of one kind; `read` is shown no others. */
export function reader(expected: string, isExpected: (value: unknown) => boolean): Reader {
  return (value, refuse) =>
    isExpected(value) ? value : refuse(`invalid ${quote(value)}; write ${expected}`);
}
