import type { AskedAs } from "../given.ts";
import { isRecord, isWhole } from "./values.ts";

/** A library's call, as the call of `fetch` that it makes. */
export interface AsFetch {
  readonly as: AskedAs;
  readonly call: readonly [url: unknown, init: Readonly<Record<string, unknown>>];
}

export const json = "application/json";

/** The options of axios and Angular: data, headers, credentials. */
export function requestOf(
  config: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { method, data, headers } = config;
  const own = isRecord(headers) ? headers : {};
  const isTyped = Object.keys(own).some((name) => name.toLowerCase() === "content-type");
  const isJson = data !== undefined && data !== null && typeof data !== "string" && !isTyped;
  return {
    ...(typeof method === "string" ? { method: method.toUpperCase() } : {}),
    ...credentialsOf(config),
    headers: isJson ? { "content-type": json, ...own } : own,
    ...(data === undefined || data === null ? {} : { body: textOf(data) }),
  };
}

export function credentialsOf(config: Readonly<Record<string, unknown>>): {
  readonly credentials?: "include";
} {
  return config["withCredentials"] === true ? { credentials: "include" } : {};
}

/** What is written out in whole is sent, and nothing is made up for the rest. */
export function textOf(data: unknown): unknown {
  return typeof data === "string" || !isWhole(data) ? data : JSON.stringify(data);
}
