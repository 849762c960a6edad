import { cookieNotKept } from "../cause/beside.ts";
import type { Evidence } from "../cause/evidence.ts";
import type { FoundCause } from "../cause/find-cause.ts";
import type { CauseCode } from "../cause/cause-code.ts";
import type { Audience, Cure, Edit, Language } from "./cure.ts";
import { jsObject } from "./text.ts";

type Writer = (found: FoundCause, evidence: Evidence) => Cure | readonly Cure[];

function cure(
  audience: Audience,
  edit: Edit,
  where: string,
  snippet?: string,
  language: Language = snippet === undefined ? "text" : "js",
): Cure {
  const product = audience === "page" || audience === "visitor" ? "browser" : "unknown";
  return {
    audience,
    product,
    edit,
    language,
    where,
    ...(snippet === undefined ? {} : { snippet }),
  };
}

const page = (edit: Edit, where: string, snippet?: string, language?: Language): Cure =>
  cure("page", edit, where, snippet, language);
const server = (where: string): Cure => cure("server", "none", where);
const proxy = (where: string): Cure => cure("proxy", "none", where);

/** The call as the page would write it, with other members. */
function call(
  { asked }: Evidence,
  changed: { readonly url?: string; readonly init?: Readonly<Record<string, unknown>> } = {},
): string {
  const members = {
    method: asked.method === "GET" ? undefined : asked.method,
    credentials: asked.credentials === "same-origin" ? undefined : asked.credentials,
    ...changed.init,
  };
  const isBare = Object.values(members).every((value) => value === undefined);
  const url = JSON.stringify(changed.url ?? asked.url);
  return isBare ? `await fetch(${url});` : `await fetch(${url}, ${jsObject(members)});`;
}

/** Only the owner of the layers can see which of them set a header. */
const apart = cure(
  "server",
  "remove",
  "Let one layer set the header. Ask the application itself, past the proxy. If its response has the header, take it out of the proxy. Otherwise two places of the same layer set it.",
);

const askTarget: Writer = ({ detail }, evidence) =>
  page("change", "Ask the address that the redirect leads to:", call(evidence, { url: detail }));

/** Redirects, the page's own mistakes, and what only the visitor can do: never a CORS middleware. */
const writers: Partial<Record<CauseCode, Writer>> = {
  dns: () =>
    page(
      "change",
      "Check the spelling of the host in the URL; ask for it with nslookup where the visitor is.",
    ),
  refused: () =>
    server(
      "Start the server, or let the page ask the port on which it listens. In a container it must listen on 0.0.0.0.",
    ),
  "network-error": () =>
    server(
      "Look whether the server runs and can be reached from where the visitor is: name, port, firewall, proxy.",
    ),
  reset: () => server("Look into the server's log: it closed the connection on this request."),
  timeout: () =>
    server(
      "Look whether the server is overloaded, or a firewall between it and the visitor drops the request.",
    ),
  tls: () =>
    server(
      "Install a certificate for this name from an authority that browsers trust (Let's Encrypt, or mkcert on your own machine).",
    ),
  protocol: () =>
    server("Look which program listens on that port, and whether it speaks http: or https: there."),
  "unsafe-port": () =>
    server("Let the server listen on another port, for example 8080, and ask that one."),
  "mixed-content": (_, evidence) =>
    page(
      "change",
      "Ask the https: address; the server needs a certificate for it:",
      call(evidence, { url: evidence.asked.url.replace(/^http:/, "https:") }),
    ),
  "local-network-access": ({ detail }) =>
    detail === "prompt"
      ? cure(
          "visitor",
          "none",
          "Allow access to the local network when Chromium asks; later under the site's settings, Local network access.",
        )
      : page(
          "change",
          "Serve the page over https:. Chromium asks the visitor for permission only then; a page of http: is refused.",
        ),
  "page-is-a-file": () =>
    page(
      "change",
      "Serve the folder of the page from a local web server, and open http://localhost:8000/ there:",
      "python3 -m http.server 8000",
      "sh",
    ),
  "page-origin-opaque": () =>
    page(
      "change",
      "If the page stands in a sandboxed frame of your own, give it its origin back:",
      '<iframe src="…" sandbox="allow-scripts allow-same-origin"></iframe>',
      "html",
    ),
  "response-header-in-request": ({ detail }) =>
    page(
      "remove",
      `Take ${detail} out of the request's headers: a server sends it, a page does not.`,
    ),
  "method-case": (_, evidence) =>
    page(
      "change",
      "Write the method in capitals:",
      call(evidence, { init: { method: evidence.asked.method.toUpperCase() } }),
    ),
  "mode-no-cors": (_, evidence) =>
    page(
      "remove",
      "Take mode: 'no-cors' out; if the server allows the page, it can read the response:",
      call(evidence),
    ),
  "not-a-fetch": ({ detail }, { asked }) =>
    /^wss?:$/.test(detail)
      ? page(
          "change",
          "Open it as a WebSocket:",
          `const socket = new WebSocket(${JSON.stringify(asked.url)});`,
        )
      : page("change", "Ask an http: or https: address."),
  "redirect-slash": askTarget,
  "redirect-https": askTarget,
  "redirect-elsewhere": askTarget,
  "redirect-origin-null": (_, evidence) =>
    page(
      "change",
      "Ask the last address directly, so that no redirect takes the page's name away:",
      call(evidence, { url: evidence.seen.at(-1)?.answer?.url ?? evidence.asked.url }),
    ),
  "redirect-login": (_, evidence) => [
    page(
      "change",
      "Let the visitor sign in by a link or window.location first, and send the session or the token along:",
      call(evidence, { init: { credentials: "include" } }),
    ),
    server(
      "Answer 401 to requests of scripts in place of a redirect to the login, with the CORS headers on it.",
    ),
  ],
  "login-required": (_, evidence) => [
    evidence.asked.credentials === "include"
      ? page(
          "change",
          "Sign in again: the session or token that is sent is not, or no longer, accepted.",
        )
      : page(
          "change",
          "Send the session along, or the token in Authorization:",
          call(evidence, { init: { credentials: "include" } }),
        ),
    server("Send the CORS headers on errors too, so that the page can read the 401."),
  ],
  "header-twice": () => [apart],
  "options-refused": ({ answer }) =>
    answer?.status === 429
      ? page("change", "Ask less often: the server counts preflights too, and refuses this one.")
      : [],
  forbidden: () =>
    server(
      "Find the rule that refuses the request: a firewall, a list of addresses or user agents, a right that the user lacks. Its own words are above.",
    ),
  "not-found": () =>
    page("change", "Correct the path, its prefix or its version; nothing answers there."),
  "bad-request": () => page("change", "Mend the request as the response's own words say."),
  "too-large": () => page("change", "Send less at once, or in pieces."),
  "rate-limited": () =>
    page("change", "Ask less often; wait as long as Retry-After says, and keep answers."),
  "handler-failed": () =>
    server(
      "Mend the handler: the error stands in the server's log. Then send the CORS headers on errors too, so that the page can read the next one.",
    ),
  "gateway-failed": () =>
    proxy(
      "Start the server behind the proxy, or correct the address and port under which the proxy asks it. The proxy's error log says which it tried.",
    ),
  "acao-wildcard-credentials": (_, evidence) =>
    page(
      "remove",
      "If the request needs no cookies, take credentials: 'include' out; * is enough then:",
      call(evidence, { init: { credentials: undefined } }),
    ),
  "cache-without-origin": () =>
    page(
      "change",
      "Let every <img>, <link> or <script> of the same URL ask with Origin too, so that one response serves both:",
      '<img crossorigin="anonymous" src="…">',
      "html",
    ),
  "cookie-not-kept": ({ detail }, evidence) => [
    ...cookieCures(detail, evidence),
    page(
      "change",
      "Or serve page and API under one site, such as app.example.com and api.example.com.",
    ),
  ],
  "resource-policy": ({ answer }) => [
    cure(
      "server",
      answer?.headers.has("cross-origin-resource-policy") ? "change" : "add",
      answer?.headers.has("cross-origin-resource-policy")
        ? "Send, in place of the present policy:"
        : "Send with the resource:",
      "Cross-Origin-Resource-Policy: cross-origin",
      "http",
    ),
    page(
      "add",
      "Or ask with CORS, and let the server allow the page:",
      '<img crossorigin="anonymous" src="…">',
      "html",
    ),
  ],
  "mode-same-origin": (_, evidence) =>
    page("remove", "Take mode: 'same-origin' out:", call(evidence)),
  "scheme-not-http": () => page("change", "Ask an http: or https: address."),
  "no-cors-redirect-mode": (_, evidence) =>
    page("remove", "Take redirect and mode: 'no-cors' out:", call(evidence)),
  "redirect-forbidden": ({ detail }, evidence) =>
    page(
      "change",
      "Ask the last address, or take redirect: 'error' out:",
      call(evidence, { url: detail }),
    ),
  "redirect-mode-same-origin": (_, evidence) =>
    page("remove", "Take mode: 'same-origin' out:", call(evidence)),
  "redirect-stream-body": () =>
    page("change", "Ask the last address, or send a body that is not a stream."),
  "redirect-userinfo": () => server("Redirect to a URL without a user name in it."),
  "redirect-userinfo-embedded": () => server("Redirect to a URL without a user name in it."),
  "redirect-too-many": () => server("End the loop of redirects."),
  "redirect-scheme": () => server("Redirect to an http: or https: URL."),
  "redirect-location": () => server("Send a valid URL in Location."),
};

/** A cookie for other sites needs two words; what else may be wrong with one the model says. */
function cookieCures(name: string, evidence: Evidence): readonly Cure[] {
  const cookie = cookieNotKept(evidence);
  const isCrossSite = cookie?.reason === "same-site" || cookie?.reason === "none-without-secure";
  if (cookie?.reason === "third-party") return [];
  if (!isCrossSite) return [cure("server", "change", cookie?.fix ?? "Mend the Set-Cookie line.")];
  const line = `Set-Cookie: ${name}=…; Path=/; HttpOnly; Secure; SameSite=None`;
  return [
    cure(
      "server",
      "change",
      `Set the cookie ${name} for other sites too; it needs https:`,
      line,
      "http",
    ),
  ];
}

/** What the page, the visitor, or someone who looks at the server can do. */
export function pageCures(found: FoundCause, evidence: Evidence): readonly Cure[] {
  const written = writers[found.code]?.(found, evidence) ?? [];
  return Array.isArray(written) ? (written as readonly Cure[]) : [written as Cure];
}

/**
 * Where the same response may be read without asking first, the page can send what needs no
 * preflight.
 */
export function withoutPreflight(evidence: Evidence): readonly Cure[] {
  const { asked, failure, probes, seen } = evidence;
  const allowed = probes.simple?.headers.get("access-control-allow-origin");
  const isOpen = allowed === "*" ? asked.credentials !== "include" : allowed === asked.origin;
  const isSimple = asked.method === "GET" || asked.method === "POST";
  const isForced = seen.at(-1)?.exchange.state.forcePreflight ?? false;
  if (failure?.phase !== "preflight" || !isOpen || !isSimple) return [];
  const where = isForced
    ? "Do not listen to the progress of the upload, and do not stream the body. The request then needs no preflight, and this server lets the page read its responses."
    : "If the server can do without these headers, leave them out, and send a body as text/plain. The request then needs no preflight, and this server lets the page read its responses:";
  const headers = asked.method === "POST" ? { "content-type": "text/plain" } : undefined;
  const init = headers ? { headers, body: "…" } : {};
  return [isForced ? page("change", where) : page("change", where, call(evidence, { init }))];
}
