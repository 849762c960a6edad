import { describe, expect, it } from "vitest";
import { linesOf } from "../../../test/engine-lines.ts";
import { type Given, readConsole } from "../index.ts";

const url = "https://api.example.com/v1/items?x=1";
const page = "https://app.example.com";

/** What becomes of a line on its way from a console into a hand. */
const copies: Readonly<Record<string, (line: string) => string>> = {
  "with a time in front": (line) => `12:03:44.551 ${line}`,
  "with the file behind": (line) => `${line} app.js:12:4`,
  "with a file in front": (line) => `(index):1 ${line}`,
  "quoted in a mail": (line) => `> ${wrapped(line, 60).replaceAll("\n", "\n> ")}`,
  "wrapped at words": (line) => wrapped(line, 40),
  "cut by a terminal": (line) => line.replace(/[^]{38}/g, "$&\n"),
  "with typographic quotes": (line) => line.replace(/'([^' ]*)'/g, "‘$1’"),
  "with double quotes": (line) => line.replace(/'([^' ]*)'/g, '"$1"'),
  "with guillemets": (line) => line.replace(/'([^' ]*)'/g, "« $1 »"),
  "with backticks": (line) => line.replace(/'([^' ]*)'/g, "`$1`"),
  "out of HTML": (line) => line.replaceAll("&", "&amp;").replaceAll("'", "&#39;"),
  "out of a log": (line) => JSON.stringify(`${line}\n    at load (app.js:1:2)`),
  "with its addresses as links": (line) => line.replace(/'(https?:[^' ]*)'/g, "'[$1]($1)'"),
  "with its addresses in angle brackets": (line) => line.replace(/'(https?:[^' ]*)'/g, "'<$1>'"),
  "with characters that no one sees": (line) =>
    `\u200b${line.replace(/'/g, "\u200b'\u2060")}\ufeff`,
  "in the colours of a terminal": (line) => `\u001b[31m${line}\u001b[0m`,
  "in small letters": (line) =>
    line.replace(/Access to|CORS|Blocked|Status/g, (word) => word.toLowerCase()),
};

function wrapped(line: string, width: number): string {
  return line.replace(new RegExp(`(.{1,${width}})(?: |$)`, "g"), "$1\n").trim();
}

describe.each(["chromium", "firefox", "webkit"] as const)("a line of %s", (engine) => {
  it.each(Object.entries(copies))("says the same %s", async (_, copy) => {
    const errors = await linesOf(engine);
    expect(errors.length).toBeGreaterThan(12);
    for (const { message } of errors) {
      const { said, url: read, origin } = readConsole(message) ?? {};
      const copied = readConsole(copy(message));
      expect([message, copied?.said, copied?.url, copied?.origin]).toEqual([
        message,
        said,
        read,
        origin,
      ]);
    }
  });
});

const inOtherLanguages: readonly (readonly [language: string, line: string, said: string])[] = [
  [
    "German",
    `Quellübergreifende (Cross-Origin) Anfrage blockiert: Die Gleiche-Quelle-Regel verbietet das Lesen der externen Ressource auf ${url}. (Grund: CORS-Kopfzeile 'Access-Control-Allow-Origin' fehlt). Statuscode: 200.`,
    "acao-missing",
  ],
  [
    "French",
    `Blocage d’une requête multiorigine (Cross-Origin Request) : la politique « Same Origin » ne permet pas de consulter la ressource distante située sur ${url}. Raison : l’en-tête CORS « Access-Control-Allow-Origin » ne correspond pas à « https://other.example ».`,
    "acao-mismatch",
  ],
  [
    "Italian",
    `Richiesta multiorigine (cross-origin) bloccata: il criterio di corrispondenza dell’origine non consente la lettura della risorsa remota da ${url}. Motivo: le credenziali non sono supportate se l’header CORS “Access-Control-Allow-Origin” è “*”.`,
    "acao-wildcard-credentials",
  ],
  [
    "Spanish",
    `Solicitud desde otro origen bloqueada: la política de mismo origen impede leer el recurso remoto en ${url} (razón: el encabezado ‘x-token’ no está permitido según el encabezado ‘Access-Control-Allow-Headers’ de la respuesta CORS).`,
    "header-not-allowed",
  ],
  [
    "Russian",
    `Запрос из постороннего источника заблокирован: Политика одного источника запрещает чтение удаленного ресурса на ${url}. (Причина: отсутствует заголовок CORS «Access-Control-Allow-Origin»). Код состояния: 200.`,
    "acao-missing",
  ],
  [
    "Japanese",
    `クロスオリジン要求をブロックしました: 同一生成元ポリシーにより、${url} にあるリモートリソースの読み込みは拒否されます (理由: CORS ヘッダー ‘Access-Control-Allow-Origin’ が足りない)。ステータスコード: 200`,
    "acao-missing",
  ],
  [
    "Chinese",
    `已拦截跨源请求：同源策略禁止读取位于 ${url} 的远程资源。（原因：CORS 请求未能成功）。状态码：(null)。`,
    "network-error",
  ],
];

it.each(inOtherLanguages)("a line of Firefox in %s", (_, line, said) => {
  const given = readConsole(line);
  expect(given).toMatchObject({ kind: "console", profile: "firefox", url, said });
  expect(given?.notes.join(" ")).toContain("not in English");
});

const others: readonly (readonly [line: string, expected: Partial<Given>, note: RegExp])[] = [
  ["Uncaught (in promise) TypeError: Failed to fetch", { profile: "chromium" }, /names no URL/],
  ["TypeError: NetworkError when attempting to fetch resource.", { profile: "firefox" }, /no more/],
  ["TypeError: Load failed", { profile: "webkit" }, /no more/],
  ["AxiosError: Network Error at XMLHttpRequest.handleError (xhr.js:124:14)", {}, /no more/],
  [`GET ${url} net::ERR_BLOCKED_BY_CLIENT`, { url }, /an extension/],
  [`GET ${url} net::ERR_BLOCKED_BY_ORB`, { url, as: "image" }, /not of its kind/],
  [
    `GET ${url} net::ERR_BLOCKED_BY_RESPONSE.NotSameOriginAfterDefaultedToSameOriginByCoep 200 (OK)`,
    { url, as: "image", embedderPolicy: "require-corp" },
    /^$/,
  ],
  [`${url}:1 Failed to load resource: net::ERR_CONNECTION_REFUSED`, { url }, /^$/],
  [
    `Refused to connect to '${url}' because it violates the following Content Security Policy directive: "connect-src 'self'".`,
    { url },
    /Content-Security-Policy of the page/,
  ],
  [
    `Content-Security-Policy: The page’s settings blocked the loading of a resource (connect-src) at ${url} because it violates the following directive: “default-src 'self'”`,
    { url, profile: "firefox" },
    /Content-Security-Policy of the page/,
  ],
  [
    `Mixed Content: The page at '${page}/' was loaded over HTTPS, but attempted to connect to the insecure WebSocket endpoint 'ws://api.example.com/live'. This request has been blocked; this endpoint must be available over WSS.`,
    { url: "ws://api.example.com/live", as: "websocket" },
    /^$/,
  ],
  [
    `XMLHttpRequest cannot load ${url}. Origin ${page} is not allowed by Access-Control-Allow-Origin.`,
    { url, origin: page, as: "xhr", said: "acao-missing" },
    /^$/,
  ],
  [
    `Failed to load ${url}: Response for preflight has invalid HTTP status code 405.`,
    { url, said: "preflight-status" },
    /about a preflight/,
  ],
  [
    `Font from origin 'https://cdn.example.com' has been blocked from loading by Cross-Origin Resource Sharing policy: No 'Access-Control-Allow-Origin' header is present on the requested resource. Origin '${page}' is therefore not allowed access.`,
    { as: "font", origin: page, said: "acao-missing" },
    /names no URL/,
  ],
  [
    `XHRPOST${url}\nCORS Missing Allow Origin`,
    { url, method: "POST", said: "acao-missing", profile: "firefox" },
    /^$/,
  ],
  [
    `Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at ${url} soon. (Reason: When the \`Access-Control-Allow-Headers\` is \`*\`, the \`Authorization\` header is not covered. To include the \`Authorization\` header, it must be explicitly listed in CORS header \`Access-Control-Allow-Headers\`).`,
    { url, said: "authorization-needs-explicit", headers: [["authorization", "Bearer ..."]] },
    /^/,
  ],
];

it.each(others)("%s", (line, expected, note) => {
  const given = readConsole(line);
  expect(given).toMatchObject({ kind: "console", ...expected });
  expect(given?.notes.join(" ")).toMatch(note);
});

it.each([
  "access-control-allow-origin: https://app.example.com",
  "I cannot reach https://api.example.com/ and do not know why",
  "Access to the building",
  "",
])("takes %j for no line of a console", (text) => {
  expect(readConsole(text)).toBeUndefined();
});
