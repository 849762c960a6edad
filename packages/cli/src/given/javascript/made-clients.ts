import type { Called } from "./called.ts";
import { type AsFetch, credentialsOf, json, requestOf } from "./request-of.ts";
import { isRecord, unknown } from "./values.ts";

type Given = readonly unknown[];

/** A client that is made with its address. */
export function ofBase(options: unknown, member: string, method: string): AsFetch | undefined {
  const init = isRecord(options) ? options : {};
  return method === "GET"
    ? { as: "fetch", call: [init[member], init] }
    : ofGraphql(init[member], init);
}

/** Clients of GraphQL ask by POST. */
export function ofGraphql(url: unknown, options: unknown): AsFetch {
  const init = isRecord(options) ? options : {};
  const body = '{"query":"{ __typename }"}';
  return {
    as: "fetch",
    call: [url, { ...init, ...requestOf({ ...init, method: "POST" }), ...typed(init), body }],
  };
}

function typed(init: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    headers: { "content-type": json, ...(isRecord(init["headers"]) ? init["headers"] : {}) },
  };
}

/** Socket.IO begins by asking over HTTP. */
export function ofSocketIo([url, options]: Given): AsFetch | undefined {
  if (typeof url !== "string" || !URL.canParse(url)) return undefined;
  const init = isRecord(options) ? options : {};
  const path = typeof init["path"] === "string" ? init["path"] : "/socket.io/";
  const { origin } = new URL(url.replace(/^ws/, "http"));
  return { as: "xhr", call: [`${origin}${path}?EIO=4&transport=polling`, credentialsOf(init)] };
}

/** `superagent.post(url).set(name, value).send(body)`. */
export function ofSuperagent(url: unknown, method: string, all: readonly Called[]): AsFetch {
  const given = (wanted: string): readonly Given[] =>
    all.filter(({ name }) => name === wanted).map((one) => one.given);
  const set = given("set").map(([name, value]) =>
    isRecord(name) ? name : { [String(name)]: value === unknown ? "..." : value },
  );
  const [data] = given("send")[0] ?? [];
  const headers = Object.assign({}, ...set) as Readonly<Record<string, unknown>>;
  const withCredentials = given("withCredentials").length > 0;
  return { as: "xhr", call: [url, requestOf({ method, headers, data, withCredentials })] };
}
