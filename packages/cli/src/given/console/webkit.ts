import type { AskedAs } from "../given.ts";
import { type ConsoleLine, findWording, type Wording } from "./line.ts";
import { dictionary } from "../../dictionary.ts";

/** WebKit's sentences; most of them name neither the URL nor the page. */
const wordings: readonly Wording[] = [
  [/Preflight response is not successful/, "preflight-status", true],
  [/cannot contain more than one origin/, "acao-multiple"],
  [/Cannot use wildcard in Access-Control-Allow-Origin/, "acao-wildcard-credentials"],
  [/Credentials flag is true, but Access-Control-Allow-Credentials/, "acac-missing"],
  [/Header Access-Control-Allow-Methods has an invalid value: (.*)/, "methods-unparsable", true],
  [/Method (\S+) is not allowed by Access-Control-Allow-Methods/, "method-not-allowed", true],
  [/Header Access-Control-Allow-Headers has an invalid value: (.*)/, "headers-unparsable", true],
  [
    /Request header field (\S+) is not allowed by Access-Control-Allow-Headers/,
    "header-not-allowed",
    true,
  ],
  [/redirection URL \S+ has credentials/, "redirect-userinfo"],
  [/is not allowed by Access-Control-Allow-Origin/, "acao-missing"],
  [/No-Cors mode requires follow redirect mode/i, "no-cors-redirect-mode"],
  [/Cross origin requests are only supported for HTTP\./, "scheme-not-http"],
  [/FTP URLs are disabled/, "scheme-not-http"],
  [/Load cannot follow more than 20 redirections/, "redirect-too-many"],
  [/Not allowed to follow a redirection while loading/, "redirect-forbidden"],
  [/Not allowed to use restricted network port/, "bad-port"],
  [/violates the resource's Cross-Origin-Resource-Policy/, "embedding-refused"],
  [/Unsafe attempt to load URL \S+ from origin/, "mode-same-origin"],
];

const starters: readonly (readonly [RegExp, AskedAs | undefined])[] = [
  [/(XMLHttpRequest|Fetch API|EventSource) cannot load (\S+?)\.? Origin/, undefined],
  [
    /(XMLHttpRequest|Fetch API|EventSource) cannot load (\S+) due to access control checks/,
    undefined,
  ],
  [
    /()(?:Cross-origin redirection to) (\S+) denied by Cross-Origin Resource Sharing policy/,
    undefined,
  ],
  [
    /()Cancelled load to (\S+) because it violates the resource's Cross-Origin-Resource-Policy/,
    "image",
  ],
  [/()Unsafe attempt to load URL (\S+) from origin/, undefined],
  [/()insecure content from (\S+?)\.?(?:\s|$)/, undefined],
  [/()Not allowed to load (\w+:\S+)/, undefined],
  [/()Not allowed to use restricted network port [0-9]+: (\S+)/, undefined],
  [/()Not allowed to follow a redirection while loading (\S+)/, undefined],
  [/(Fetch API) cannot load (\S+)\.(?=\s|$)/, undefined],
  [/(image|script|font) load denied by Cross-Origin Resource Sharing policy()/, undefined],
];
const names = dictionary<AskedAs>({
  xmlhttprequest: "xhr",
  "fetch api": "fetch",
  eventsource: "eventsource",
  image: "image",
  script: "script",
  font: "font",
});
const page =
  /\b[Oo]rigin ((?:[a-z][\w+.-]*:\/\/[^\s.]+(?:\.[^\s.]+)*)|null)|The page at (\S+) (?:was not allowed|requested insecure)/;

/** Reads a line of Safari or another WebKit. */
export function readWebkitLine(text: string): ConsoleLine | undefined {
  const found = findWording(text, wordings);
  const starter = starters
    .map(([pattern, as]) => ({ match: pattern.exec(text), as }))
    .find(({ match }) => match);
  if (found.said === undefined && !starter) return undefined;
  const [, what = "", url] = starter?.match ?? [];
  const [, origin, pageUrl] = page.exec(text) ?? [];
  return {
    profile: "webkit",
    url: url === undefined || url === "" ? otherUrl(text, origin) : url,
    origin: origin ?? pageUrl,
    as: starter?.as ?? names[what.toLowerCase()],
    ...found,
  };
}

/** Safari's console shows the URL beside some lines, and a copy brings it along. */
function otherUrl(text: string, origin: string | undefined): string | undefined {
  const urls = text.match(/https?:\/\/[^\s)\]'"”]+/g) ?? [];
  return urls.find((url) => url !== origin && url !== `${origin}.`);
}
