import type { ConfigIssueCode } from "../config-error.ts";
import type { CredentialOptions } from "../origin/insecure.ts";
import { quote } from "../quote.ts";

/**
 * Takes down one problem; validation goes on.
 *
 * @param problem what was found, why it is wrong, and behind a semicolon what to write instead
 * @param at `[index]` of a list
 */
export type Refuse = (code: ConfigIssueCode, problem: string, at?: string) => undefined;

/**
 * Reads one option, or one entry of a list, under the options as they were given. What it refuses it
 * need not return.
 */
export type Reader<Value = unknown> = (
  value: Value,
  refuse: Refuse,
  options: CredentialOptions,
) => unknown;

/** A reader of values of one kind. */
export function reader(expected: string, isExpected: (value: unknown) => boolean): Reader {
  return (value, refuse) =>
    isExpected(value) ? value : refuse("invalid", `${quote(value)}; write ${expected}`);
}
