import type { Profile } from "@crossgate/browser";
import type { GivenHeader } from "../given/given.ts";

/** What a browser sends beside the headers that CORS is about. */
interface Ambient {
  readonly userAgent: string;
  readonly acceptLanguage: string;
  readonly acceptEncoding: string;
  /** Headers on the request itself alone, not on its preflight. */
  readonly hints: readonly GivenHeader[];
}

const chromium: Ambient = {
  userAgent:
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36",
  acceptLanguage: "en-US,en;q=0.9",
  acceptEncoding: "gzip, deflate, br, zstd",
  hints: [
    ["sec-ch-ua-platform", '"Linux"'],
    ["sec-ch-ua", '"Chromium";v="156", "Not;A=Brand";v="24"'],
    ["sec-ch-ua-mobile", "?0"],
  ],
};

const ambients: Readonly<Record<Profile, Ambient>> = {
  chromium,
  spec: chromium,
  firefox: {
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0",
    acceptLanguage: "en-US,en;q=0.5",
    acceptEncoding: "gzip, deflate, br, zstd",
    hints: [],
  },
  webkit: {
    userAgent:
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
    acceptLanguage: "en-US,en;q=0.9",
    acceptEncoding: "gzip, deflate, br",
    hints: [],
  },
};

/** The order in which Chromium writes them; what is not named stands where `*` is. */
const actualOrder =
  "host connection content-length sec-ch-ua-platform user-agent sec-ch-ua content-type sec-ch-ua-mobile * accept origin sec-fetch-site sec-fetch-mode sec-fetch-dest referer accept-encoding accept-language cookie".split(
    " ",
  );
const preflightOrder =
  "host connection accept access-control-request-method access-control-request-headers * origin user-agent sec-fetch-mode sec-fetch-site sec-fetch-dest referer accept-encoding accept-language".split(
    " ",
  );

/** What was copied along with a request, and the browser would send again. */
export interface Sender {
  readonly profile: Profile;
  readonly userAgent?: string | undefined;
  readonly referer?: string | undefined;
  /** Sent where the browser would send cookies. */
  readonly cookie?: string | undefined;
}

/** All headers of a request as they go out, in the browser's order. */
export function headersOnTheWire(request: Request, sender: Sender): readonly GivenHeader[] {
  const isPreflight = request.headers.has("access-control-request-method");
  const ambient = ambients[sender.profile];
  const headers = new Map<string, string>([
    ["accept", "*/*"],
    ["user-agent", sender.userAgent ?? ambient.userAgent],
    ["accept-encoding", ambient.acceptEncoding],
    ["accept-language", ambient.acceptLanguage],
    ...(isPreflight || request.method === "OPTIONS" ? [] : ambient.hints),
    ...refererOf(request, sender),
    ...(sender.cookie === undefined || isPreflight ? [] : [["cookie", sender.cookie] as const]),
    ...request.headers,
  ]);
  const order = isPreflight ? preflightOrder : actualOrder;
  const place = (name: string): number => {
    const index = order.indexOf(name);
    return index < 0 ? order.indexOf("*") : index;
  };
  return [...headers].toSorted(([one], [other]) => place(one) - place(other));
}

/** Under the default policy another origin learns the page's origin, and a downgrade nothing. */
function refererOf(request: Request, { referer }: Sender): readonly GivenHeader[] {
  const origin = request.headers.get("origin");
  if (referer !== undefined) return [["referer", referer]];
  if (origin === null || !/^https?:/.test(origin)) return [];
  const isDowngrade = origin.startsWith("https:") && request.url.startsWith("http:");
  return isDowngrade ? [] : [["referer", `${origin}/`]];
}

/** A header's name as browsers write it over HTTP/1.1; HTTP/2 has small letters only. */
export function canonicalName(name: string): string {
  if (name.startsWith("sec-ch-")) return name;
  if (name === "dnt") return "DNT";
  return name.replace(/(?:^|-)[a-z]/g, (letters) => letters.toUpperCase());
}
