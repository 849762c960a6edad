import { type Answer, ANSWERS, type Server } from "../src/demo/call.ts";
import { PREFLIGHT_STATUSES } from "../src/demo/by-hand.ts";

/** Everything a visitor can set; the URL's fragment holds it. */
export interface Scene {
  readonly kind: Server["kind"];
  /** The options as text, right or wrong. */
  readonly policy: string;
  /** The headers of a server without Crossgate, a line each. */
  readonly headers: string;
  readonly preflight: number;
  /** Whose page asks; empty for this very page. */
  readonly origin: string;
  readonly method: Method;
  readonly answer: Answer;
  readonly requestHeaders: string;
  readonly body: string;
  readonly credentials: Credentials;
}

export const METHODS = [
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
  "patch",
] as const;
export type Method = (typeof METHODS)[number];

export const CREDENTIALS = ["same-origin", "include", "omit"] as const;
export type Credentials = (typeof CREDENTIALS)[number];

export const EMPTY_SCENE: Scene = {
  kind: "policy",
  policy: "{}",
  headers: "",
  preflight: 204,
  origin: "",
  method: "GET",
  answer: "data",
  requestHeaders: "",
  body: "",
  credentials: "same-origin",
};

/** The scene as a fragment, without what is as in an empty one. */
export function toFragment(scene: Scene): string {
  const fields = Object.entries(scene).filter(
    ([name, value]) => value !== EMPTY_SCENE[name as keyof Scene],
  );
  return `#${new URLSearchParams(fields.map(([name, value]) => [name, String(value)])).toString()}`;
}

/** The scene of a fragment; undefined for none, and as in an empty one what it says wrongly. */
export function fromFragment(fragment: string): Scene | undefined {
  const fields = new URLSearchParams(fragment.replace(/^#/u, ""));
  if (![...fields.keys()].some((name) => Object.hasOwn(EMPTY_SCENE, name))) return undefined;
  const text = (name: keyof Scene): string => fields.get(name) ?? String(EMPTY_SCENE[name]);
  return {
    kind: oneOf(["policy", "by-hand"] as const, text("kind")),
    policy: text("policy"),
    headers: text("headers"),
    preflight: Number(oneOf([...PREFLIGHT_STATUSES, 204].map(String), text("preflight"))),
    origin: text("origin"),
    method: oneOf(METHODS, text("method")),
    answer: oneOf(ANSWERS, text("answer")),
    requestHeaders: text("requestHeaders"),
    body: text("body"),
    credentials: oneOf(CREDENTIALS, text("credentials")),
  };
}

/** A value if it is one of these, else the first of them. */
export function oneOf<Value extends string>(values: readonly Value[], value: string): Value {
  const [first] = values;
  const found = values.find((known) => known === value) ?? first;
  if (found === undefined) throw new RangeError("no values to choose from");
  return found;
}
