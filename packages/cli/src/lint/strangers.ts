import type { CorsOptions } from "@crossgate/core";
import { strangers } from "@crossgate/core/origin-entry";
import { parse } from "tldts";
import { originWarnings } from "./origin-warnings.ts";
import type { LintCode, LintWarning } from "./report.ts";
import { hostsIn, literalsOf, strangersBeside } from "./written-names.ts";

/** Origins that no policy means: a function that allows one does not compare. */
export const UNHEARD_OF: readonly string[] = [
  "https://crossgate-lint.example",
  "https://crossgate-lint.invalid",
  "http://crossgate-lint.example",
  "https://localhost.crossgate-lint.example",
  "null",
  "file://",
];

/** Pages of the reader's own machine, which an expression for development lets in. */
export const LOOPBACK: readonly string[] = [
  "http://localhost:3000",
  "https://localhost:5173",
  "http://127.0.0.1:8080",
];

/** What may be found about a policy by asking it. */
export type Found = Pick<LintWarning, "code" | "message">;

/** Strangers beside and near the names that a program writes out. */
export function strangersOf(program: string): readonly string[] {
  const literals = literalsOf(program).join("\n");
  return [
    ...strangersBeside(literals),
    ...hostsIn(literals).flatMap(withAnotherDot),
    ...[...strangers(literals)].filter(isNear),
  ];
}

/** Hosts that a dot which stands for any character lets in: `appxmyapp.com` for `app.myapp.com`. */
function withAnotherDot(host: string): readonly string[] {
  const dots = [...host.matchAll(/\./g)].map(({ index }) => index).slice(0, -1);
  return dots.map((dot) => `https://${host.slice(0, dot)}x${host.slice(dot + 1)}`);
}

/** Without a port: a function that looks at ports looks at hosts too. */
function isNear(origin: string): boolean {
  return /^https?:\/\/[^:]*$/.test(origin);
}

/** What it means that a stranger's origin is allowed. */
export function told(origin: string | undefined): readonly Found[] {
  if (origin === undefined) return [];
  const host = URL.parse(origin)?.hostname ?? "";
  const { isPrivate } = parse(host, { allowPrivateDomains: true });
  const code: LintCode = isPrivate ? "shared-hosting" : "allows-probe";
  const message = `${origin}, which anyone may register, would be allowed. Compare the whole origin with a list, or write your domain with the dot in front of it.`;
  const opaque = `${origin}, which any sandboxed page or file has, would be allowed.`;
  return [{ code, message: host === "" ? opaque : message }];
}

/** The same as is said of an origin that stands in a list. */
export function asWritten(origin: string | undefined): readonly Found[] {
  return origin === undefined ? [] : originWarnings(origin, "origin");
}

/** No one made a request: the policy's own hook stays silent. */
export function quiet(options: CorsOptions): CorsOptions {
  return { ...options, onVerdict: undefined };
}
