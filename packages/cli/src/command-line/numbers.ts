import { InvalidArgumentError } from "commander";

/** Reads seconds into milliseconds. */
export function seconds(text: string): number {
  return Math.round(positive(text) * 1000);
}

/** Reads a number above zero. */
export function positive(text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new InvalidArgumentError("Write a number above zero.");
}
