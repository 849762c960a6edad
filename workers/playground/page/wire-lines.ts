import type { Exchange } from "@crossgate/browser";
import { visitsCookie } from "../src/demo/echo.ts";
import type { Places } from "../src/demo/endpoint.ts";
import { shorten } from "./shorten.ts";

export interface Line {
  readonly name: string;
  readonly value: string;
  /** Whether it is about CORS, and so to be seen at once. */
  readonly isCors: boolean;
}

/** Headers of every request: true, and beside the point. */
const UNTOLD = ["accept", "sec-fetch-dest", "sec-fetch-mode", "sec-fetch-site"];

/** What a request carries that matters here. */
export function requestLines({ request, credentials }: Exchange): readonly Line[] {
  const lines = linesOf(request.headers);
  if (!credentials) return lines;
  return [...lines, line("cookie", "(what this browser keeps for the server)")];
}

/** What a response carries; a page's own `Response` can't hold the cookie, so it is added. */
export function responseLines(
  { request }: Exchange,
  response: Response,
  places: Places,
): readonly Line[] {
  const lines = linesOf(response.headers);
  const { origin, pathname } = new URL(request.url);
  const setsCookie =
    pathname.endsWith("/visits") && response.status === 200 && origin !== places.page;
  if (!setsCookie || request.method === "OPTIONS") return lines;
  return [
    ...lines.filter(({ name }) => name !== "set-cookie"),
    line("set-cookie", visitsCookie(1)),
  ];
}

function linesOf(headers: Headers): readonly Line[] {
  return [...headers]
    .filter(([name]) => !UNTOLD.includes(name))
    .map(([name, value]) => line(name, shorten(value)));
}

function line(name: string, value: string): Line {
  const isCors = name === "origin" || name === "vary" || name.startsWith("access-control-");
  return { name, value, isCors };
}
