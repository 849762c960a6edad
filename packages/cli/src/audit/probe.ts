import { randomBytes } from "node:crypto";
import type { GivenHeader } from "../given/given.ts";
import type { Payload } from "./payloads.ts";
import { payloadsFor } from "./payloads.ts";

export const strangerOrigin = "https://crossgate-audit.example";

/** One request of an audit. */
export interface Probe {
  readonly kind: "payload" | "allowed" | "none" | "error" | "preflight";
  readonly payload: Payload | undefined;
  readonly url: string;
  readonly method: "GET" | "OPTIONS";
  readonly origin: string | undefined;
}

/** A probe and what came back. */
export interface Answer {
  readonly probe: Probe;
  readonly status: number;
  readonly allowOrigin: string | null;
  readonly withCredentials: boolean;
  readonly vary: string;
  /** Whether a cache may keep it. */
  readonly isStorable: boolean;
  /** Where a redirect leads. */
  readonly location: string | null;
}

/** Everything an audit asks, the most telling first: a bound cuts off the end. */
export function planProbes(url: string, allowed: readonly string[]): readonly Probe[] {
  const missing = new URL(`./crossgate-audit-${randomBytes(4).toString("hex")}`, url).href;
  const get = { payload: undefined, url, method: "GET" } as const;
  const [first] = allowed;
  return [
    { ...get, kind: "none", origin: undefined },
    ...allowed.map((origin): Probe => ({ ...get, kind: "allowed", origin })),
    { ...get, kind: "error", url: missing, origin: strangerOrigin },
    { ...get, kind: "error", url: missing, origin: first },
    { ...get, kind: "preflight", method: "OPTIONS", origin: strangerOrigin },
    ...payloadsFor(allowed).map((payload) => payloadProbe(url, payload)),
  ];
}

function payloadProbe(url: string, payload: Payload): Probe {
  return { kind: "payload", payload, url, method: "GET", origin: payload.origin };
}

/**
 * The probe as it goes over the wire.
 *
 * @param signedIn headers of someone who is signed in, which no preflight carries
 */
export function requestOf(
  { url, method, origin, kind }: Probe,
  signedIn: readonly GivenHeader[],
): Request {
  return new Request(url, {
    method,
    headers: {
      ...(kind === "preflight" ? {} : Object.fromEntries(signedIn)),
      ...(origin === undefined ? {} : { origin }),
      ...(kind === "preflight" ? { "access-control-request-method": "PUT" } : {}),
    },
  });
}

export function answerOf(probe: Probe, { status, headers }: Response): Answer {
  return {
    probe,
    status,
    allowOrigin: headers.get("access-control-allow-origin"),
    withCredentials: headers.get("access-control-allow-credentials") === "true",
    vary: headers.get("vary") ?? "",
    isStorable: !/(?:^|[\s,])no-store(?:[\s,]|$)/i.test(headers.get("cache-control") ?? ""),
    location: headers.get("location"),
  };
}

/** What was sent and what came back, on one line. */
export function evidenceOf({ probe, status, allowOrigin, withCredentials, vary }: Answer): string {
  const sent = probe.origin === undefined ? "no Origin" : `Origin: ${probe.origin}`;
  const path = new URL(probe.url).pathname;
  const got = [
    `${status}`,
    allowed(allowOrigin, probe),
    ...(withCredentials ? ["Allow-Credentials: true"] : []),
    ...(vary === "" ? [] : [`Vary: ${vary}`]),
  ];
  return `${probe.method} ${path} with ${sent} → ${got.join(", ")}`;
}

function allowed(allowOrigin: string | null, { origin }: Probe): string {
  if (allowOrigin === null) return "no Access-Control-Allow-Origin";
  return `Allow-Origin: ${allowOrigin === origin ? "the same" : allowOrigin}`;
}
