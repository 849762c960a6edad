import { show, type Fault } from "./fault.ts";

export function readBoolean(value: unknown, path: string, fault: Fault): boolean {
  if (typeof value === "boolean") return value;
  fault(path, "invalid", `invalid value ${show(value)}; write true or false`);
  return false;
}

/** A whole number within bounds, both included. */
export function readInteger(
  value: unknown,
  path: string,
  min: number,
  max: number,
  fault: Fault,
): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max) {
    return value;
  }
  fault(
    path,
    "invalid",
    `invalid value ${show(value)}; write a whole number from ${min} to ${max}`,
  );
  return min;
}

export function readFunction<T>(value: T, path: string, fault: Fault): T {
  if (typeof value !== "function") {
    fault(path, "invalid", `invalid value ${show(value)}; write a function, or leave it out`);
  }
  return value;
}
