import { reader, type Reader } from "./reader.ts";

export const readBoolean: Reader = ofType("boolean");

export const readFunction: Reader = ofType("function");

function ofType(type: "boolean" | "function"): Reader {
  return reader(`a ${type}`, (value) => typeof value === type);
}

/** A whole number within bounds, both included. */
export function integer(min: number, max: number): Reader {
  return reader(
    `a whole number from ${min} to ${max}`,
    (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
  );
}
