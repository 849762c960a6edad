import { quote } from "../quote.ts";
import type { Reader } from "./reader.ts";

/** A reader of values that are kept as they are. */
function scalar(expected: string, isValid: (value: unknown) => boolean): Reader {
  return (value, refuse) => {
    if (!isValid(value)) refuse(`invalid value ${quote(value)}; write ${expected}`);
    return value;
  };
}

export const readBoolean: Reader = scalar("true or false", (value) => typeof value === "boolean");

export const readFunction: Reader = scalar("a function", (value) => typeof value === "function");

/** A whole number within bounds, both included. */
export function integer(min: number, max: number): Reader {
  return scalar(
    `a whole number from ${min} to ${max}`,
    (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
  );
}
