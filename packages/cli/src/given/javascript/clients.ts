import type { Called } from "./called.ts";
import { ofBase, ofGraphql, ofSocketIo, ofSuperagent } from "./made-clients.ts";
import { type AsFetch, credentialsOf, requestOf, textOf } from "./request-of.ts";
import { isRecord, isWhole, unknown } from "./values.ts";
import { dictionary } from "../../dictionary.ts";

type Given = readonly unknown[];
type Reader = (given: Given, call: Called, all: readonly Called[]) => AsFetch | undefined;

/** Methods whose call names a body in front of its options. */
const withBody = new Set(["post", "put", "patch"]);
const form = "application/x-www-form-urlencoded";

const readers = dictionary<Reader>({
  axios: (given) => ofConfig(given),
  request: (given) => ofConfig(given),
  ajax: (given) => ofJquery(given),
  getJSON: ([url]) => ({ as: "xhr", call: [url, {}] }),
  $fetch: (given) => ofOptions(given),
  useFetch: (given) => ofOptions(given),
  useLazyFetch: (given) => ofOptions(given),
  useSWR: ([url]) => ({ as: "fetch", call: [url, {}] }),
  fetchBaseQuery: ([options]) => ofBase(options, "baseUrl", "GET"),
  createHttpLink: ([options]) => ofBase(options, "uri", "POST"),
  HttpLink: ([options]) => ofBase(options, "uri", "POST"),
  ApolloClient: ([options]) => ofBase(options, "uri", "POST"),
  GraphQLClient: ([url, options]) => ofGraphql(url, options),
  io: ofSocketIo,
  ofetch: (given) => ofOptions(given),
  ky: (given) => ofOptions(given),
  WebSocket: ([url]) => ({ as: "websocket", call: [url, {}] }),
  EventSource: ([url, init]) => ({
    as: "eventsource",
    call: [url, credentialsOf(isRecord(init) ? init : {})],
  }),
  sendBeacon: ([url, body]) => ({ as: "beacon", call: [url, { method: "POST", body }] }),
  open: ofXhr,
  Worker: ([url]) => ({ as: "script", call: [url, { mode: "same-origin" }] }),
  import: ([url]) => ({ as: "module", call: [url, {}] }),
});

/** Names of the calls that clients of HTTP have. */
export const clientNames: readonly string[] = [
  ...Object.keys(readers),
  "create",
  "delete",
  "get",
  "head",
  "options",
  "patch",
  "post",
  "put",
  "setRequestHeader",
  "withCredentials",
];

/**
 * The first request that a library makes in a script. The library is axios, XMLHttpRequest, jQuery,
 * Angular's HttpClient, ky, or one of the same form. A socket, a stream and a beacon count too.
 *
 * @param text the script, for what it sets beside its calls
 */
export function clientCall(calls: readonly Called[], text: string): AsFetch | undefined {
  const base = calls.find(({ name }) => name === "create")?.given[0];
  const defaults = isRecord(base) ? base : {};
  for (const call of calls) {
    const reader = readers[call.name] ?? ofVerb;
    const read = reader(call.given, call, calls);
    const whole = read && withBase(read, defaults, text);
    if (whole) return whole;
  }
  return undefined;
}

/** `x.get(url, options)` and `x.post(url, body, options)`. */
function ofVerb(
  given: Given,
  { name, object }: Called,
  all: readonly Called[],
): AsFetch | undefined {
  if (!/^(?:get|head|options|delete|post|put|patch)$/.test(name)) return undefined;
  if (object === "superagent") return ofSuperagent(given[0], name.toUpperCase(), all);
  const [url, second, third] = given;
  const isOption = !withBody.has(name) || (isRecord(second) && "json" in second);
  const options = isOption ? second : third;
  const init = isRecord(options) ? options : {};
  const data = isOption ? init["json"] : second;
  const method = name.toUpperCase();
  if (object === "$" || object === "jQuery") return ofJquery([{ url, type: method, data }]);
  const as = object === "ky" || "json" in init ? "fetch" : "xhr";
  return { as, call: [url, { ...requestOf({ data, ...init }), method }] };
}

/** `axios(config)` and `axios(url, config)`. */
function ofConfig([first, second]: Given): AsFetch | undefined {
  const config = isRecord(first) ? first : { url: first, ...(isRecord(second) ? second : {}) };
  const url = joined(config["url"], config["baseURL"]);
  return url === undefined ? undefined : { as: "xhr", call: [url, requestOf(config)] };
}

/** Like `fetch`, with a body that may be an object. */
function ofOptions([url, options]: Given): AsFetch {
  const init = isRecord(options) ? options : {};
  const data = init["json"] ?? init["body"];
  return { as: "fetch", call: [url, { ...init, ...requestOf({ ...init, data }) }] };
}

function ofJquery([first, second]: Given): AsFetch | undefined {
  const settings = isRecord(first) ? first : { url: first, ...(isRecord(second) ? second : {}) };
  const { type, method = type, contentType = form, xhrFields, headers, data, url } = settings;
  const verb = typeof method === "string" ? method.toUpperCase() : "GET";
  const isBodiless = verb === "GET" || verb === "HEAD" || data === undefined;
  const sent = { ...(isRecord(headers) ? headers : {}) };
  const isTyped = !isBodiless || settings["contentType"] !== undefined;
  return {
    as: "xhr",
    call: [
      url,
      {
        method: verb,
        ...credentialsOf(isRecord(xhrFields) ? xhrFields : {}),
        headers: isTyped ? { "content-type": contentType, ...sent } : sent,
        ...(isBodiless ? {} : { body: contentType === form ? formOf(data) : textOf(data) }),
      },
    ],
  };
}

/** `xhr.open(method, url)`, and what is called on the same object. */
function ofXhr(
  [method, url]: Given,
  { object }: Called,
  all: readonly Called[],
): AsFetch | undefined {
  if (typeof method !== "string" || !/^[a-z]+$/i.test(method) || object === undefined)
    return undefined;
  const own = all.filter((call) => call.object === object);
  const headers = own
    .filter(({ name }) => name === "setRequestHeader")
    .map(({ given: [name, value] }) => [name, value === unknown ? "..." : value]);
  const body = own.find(({ name }) => name === "send")?.given[0];
  const isBodiless = /^(?:get|head)$/i.test(method) || body === undefined || body === null;
  return {
    as: "xhr",
    call: [url, { method: method.toUpperCase(), headers, ...(isBodiless ? {} : { body }) }],
  };
}

/** jQuery sends an object as a form does. */
function formOf(data: unknown): unknown {
  if (!isRecord(data) || !isWhole(data)) return textOf(data);
  const pairs = Object.entries(data).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return new URLSearchParams(pairs).toString();
}

function isFull(url: string): boolean {
  return /^(?:https?|wss?):\/\//i.test(url);
}

/** An address, under a base unless it is a whole one. */
function joined(url: unknown, base: unknown): unknown {
  return typeof url === "string" && typeof base === "string" && !isFull(url)
    ? `${base.replace(/\/$/, "")}/${url.replace(/^\//, "")}`
    : url;
}

/** The address under the base of an instance; undefined for what goes to no other server. */
function withBase(
  { as, call: [url, init] }: AsFetch,
  defaults: Readonly<Record<string, unknown>>,
  text: string,
): AsFetch | undefined {
  const base = defaults["baseURL"] ?? defaults["prefixUrl"];
  const whole = joined(url, base);
  if (typeof whole !== "string" || !isFull(whole)) return undefined;
  const isCredentialed =
    defaults["withCredentials"] === true || /\.withCredentials\s*=\s*true\b/.test(text);
  const headers = isRecord(defaults["headers"]) ? defaults["headers"] : {};
  // The headers of an XMLHttpRequest are a list, and it has no instance.
  const own = isRecord(init["headers"]) ? { headers: { ...headers, ...init["headers"] } } : {};
  return {
    as,
    call: [whole, { ...(isCredentialed ? { credentials: "include" } : {}), ...init, ...own }],
  };
}
