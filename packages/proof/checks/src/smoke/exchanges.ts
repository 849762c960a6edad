import type { Exchange } from "./exchange.ts";

/** What a README's first example says, as far as a page sees it. */
export interface Served {
  /** A path that the example answers. */
  readonly path: string;
  readonly body: string;
  /** The method that a page wants to use there, of those that need permission. */
  readonly method: string;
  readonly allowMethods: string;
  readonly allowHeaders: string;
  readonly exposeHeaders?: string;
}

const ALLOWED = "https://myapp.com";
const SUBDOMAIN = "https://admin.myapp.com";
const DENIED = "https://myapp.com.evil.example";

/** Read and preflighted, by pages that the example allows and by one that it does not. */
export function exchangesOf(example: Served): readonly Exchange[] {
  const { path, body } = example;
  const read = (name: string, answer: Exchange["answer"], origin?: string): Exchange => {
    const headers = origin === undefined ? {} : { origin };
    return { name, path, headers, status: 200, body, answer };
  };
  const allowed = (origin: string): Exchange =>
    read(`read by ${origin}`, permission(origin, example.exposeHeaders), origin);
  return [
    read("read by no page", { vary: "Origin" }),
    allowed(ALLOWED),
    allowed(SUBDOMAIN),
    read(`not to be read by ${DENIED}`, { vary: "Origin" }, DENIED),
    {
      ...preflight(example, ALLOWED),
      name: `preflight from ${ALLOWED}`,
      status: 204,
      body: "",
      answer: {
        ...permission(ALLOWED),
        "access-control-allow-methods": example.allowMethods,
        "access-control-allow-headers": example.allowHeaders,
        "access-control-max-age": "7200",
      },
    },
    {
      ...preflight(example, DENIED),
      name: `preflight from ${DENIED}`,
      status: 403,
      body: "Origin not allowed.\n",
      answer: { "cache-control": "no-store", vary: "Origin" },
    },
  ];
}

function permission(origin: string, exposed?: string): Readonly<Record<string, string>> {
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
    ...(exposed === undefined ? {} : { "access-control-expose-headers": exposed }),
    vary: "Origin",
  };
}

function preflight(
  { path, method }: Served,
  origin: string,
): Pick<Exchange, "path" | "method" | "headers"> {
  const headers = {
    origin,
    "access-control-request-method": method,
    "access-control-request-headers": "content-type",
  };
  return { path, method: "OPTIONS", headers };
}
