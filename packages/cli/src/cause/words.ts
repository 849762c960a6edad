import type { OwnCauseCode } from "./cause-code.ts";

/** The words of a cause. Texts hold `{placeholders}`: see `fillTemplate`. */
export interface CauseWords {
  /** One line: what happened. */
  readonly headline: string;
  /** One or two sentences: why that blocks the page. */
  readonly explanation: string;
  /** What to do about it, in a sentence. */
  readonly fix: string;
}

/** What no code of the model says. Nothing stands here that the evidence does not show. */
export const causeWords: Readonly<Record<OwnCauseCode, CauseWords>> = {
  dns: {
    headline: "The name {hostname} does not resolve",
    explanation:
      "No server was asked, so this is not CORS. A page sees the same error as for CORS.",
    fix: "Check the spelling of the host, and that its name is published where the visitor is.",
  },
  refused: {
    headline: "Nothing listens at {host}",
    explanation: "No server answered, so this is not CORS. A page sees the same error as for CORS.",
    fix: "Start the server, or ask the port on which it listens.",
  },
  reset: {
    headline: "{host} closed the connection without a response",
    explanation:
      "There was no response to look at, so this is not CORS. The server crashed, or something in between hung up.",
    fix: "Look into the server's own log for this request.",
  },
  timeout: {
    headline: "{host} did not answer in time",
    explanation:
      "There was no response to look at, so this is not CORS. The server is busy, or a firewall drops the request.",
    fix: "Ask the server from its own machine; wait longer with --timeout.",
  },
  tls: {
    headline: "The certificate or the TLS of {host} is not one that browsers trust",
    explanation: "The browser gives up before it sends the request, so this is not CORS: {detail}.",
    fix: "Give the server a certificate for this name from an authority that browsers trust. On your own machine, open {base}/ once and accept it.",
  },
  protocol: {
    headline: "{host} answers with something that is not HTTP",
    explanation: "The browser cannot read the response, so this is not CORS: {detail}.",
    fix: "Check scheme and port: another program may listen there.",
  },
  "unsafe-port": {
    headline: "Browsers do not talk to port {detail}",
    explanation:
      "The port belongs to a protocol that could be abused, so the browser sends nothing. No header changes that.",
    fix: "Let the server listen on another port, for example 8080.",
  },
  "mixed-content": {
    headline: "A page of https: may not ask {base} over http:",
    explanation: "Browsers block mixed content before they look at CORS. Nothing was sent.",
    fix: "Ask the same address over https:, and give the server a certificate if it has none.",
  },
  "local-network-access": {
    headline: "{host} is in the visitor's own network, and the page is not",
    explanation:
      "The browser's Local Network Access decides before CORS does, and no header of a server helps. The rule: {detail}.",
    fix: "Serve the page over https: and let the visitor allow it, or serve page and API from the same place.",
  },
  "page-is-a-file": {
    headline: "The page was opened from a file, so it has no origin",
    explanation:
      "The browser calls it 'null', as it calls every sandboxed page. A server cannot allow it without allowing them all.",
    fix: "Serve the page from a local web server, and allow that origin.",
  },
  "page-origin-opaque": {
    headline: "The page has an opaque origin: the browser calls it 'null'",
    explanation:
      "Sandboxed frames, data: URLs and some redirects make that. A server cannot allow it without allowing them all.",
    fix: "Give the frame allow-same-origin, or ask from a page that has an address.",
  },
  "response-header-in-request": {
    headline: "The page sends {detail}, which belongs in the response",
    explanation:
      "As a request header it allows nothing, and it makes the browser ask for permission to send it.",
    fix: "Take {detail} out of the request.",
  },
  "method-case": {
    headline: "The method is written {detail}; browsers send it like that",
    explanation:
      "Methods are compared letter by letter. Browsers correct DELETE, GET, HEAD, OPTIONS, POST and PUT, and no others.",
    fix: "Write it in capitals.",
  },
  "mode-no-cors": {
    headline: "mode 'no-cors' keeps the response closed, whatever the server says",
    explanation: "The request was sent, and its response is opaque: status 0, no headers, no body.",
    fix: "Take mode: 'no-cors' out; the server then has to allow the page.",
  },
  "not-a-fetch": {
    headline: "A fetch does not ask {detail} addresses",
    explanation: "CORS is for http: and https:. The browser refuses before it asks anyone.",
    fix: "Open a WebSocket with new WebSocket(…), or ask an http: or https: address.",
  },
  "redirect-slash": {
    headline: "{base}{path} redirects to the same path with or without its slash",
    explanation: "The router tidies the address before any CORS layer is asked.",
    fix: "Ask the address it leads to: {detail}",
  },
  "redirect-https": {
    headline: "{base} redirects http: to https:",
    explanation: "The redirect is answered in front of the CORS layer, so the browser stops there.",
    fix: "Ask the https: address: {detail}",
  },
  "redirect-login": {
    headline: "The server redirects to a login: {detail}",
    explanation: "A page cannot sign in by a redirect of fetch: it wants the API's own response.",
    fix: "Let the visitor sign in first, and send the cookies or a token along. An API answers 401 instead of a redirect.",
  },
  "redirect-elsewhere": {
    headline: "The server redirects to {detail}",
    explanation:
      "The redirect, and not the address that was asked for, decides what the page gets.",
    fix: "Ask the address it leads to.",
  },
  "options-unrouted": {
    headline: "{base}{path} has no route for OPTIONS: {status}",
    explanation:
      "The browser asks by OPTIONS first, and wants 200 to 299 there. The request itself was not sent.",
    fix: "Let the CORS layer answer OPTIONS in front of the router.",
  },
  "options-needs-login": {
    headline: "The server wants a login for OPTIONS: {status}",
    explanation:
      "A preflight never carries cookies or tokens, so it cannot pass a login. The request itself was not sent.",
    fix: "Let the CORS layer answer OPTIONS in front of the login.",
  },
  "options-refused": {
    headline: "The server refuses the preflight: {status}",
    explanation: "The browser wants 200 to 299 there. The request itself was not sent.",
    fix: "Allow {origin} with this method and these headers in the server's CORS rules.",
  },
  "login-required": {
    headline: "The server wants a login: {status}",
    explanation:
      "The page may not read that response, so it sees a CORS error and not the {status}.",
    fix: "Send the token, or the cookies with credentials: 'include'.",
  },
  forbidden: {
    headline: "The server refuses the request: 403",
    explanation: "The page may not read that response, so it sees a CORS error and not the 403.",
    fix: "Find the rule that refuses it: a firewall, a list of addresses, a right that the user lacks.",
  },
  "not-found": {
    headline: "There is nothing at {base}{path}: {status}",
    explanation:
      "The page may not read that response, so it sees a CORS error and not the {status}.",
    fix: "Check the path, its prefix and its version.",
  },
  "bad-request": {
    headline: "The server does not accept the request: {status}",
    explanation:
      "The page may not read that response, so it sees a CORS error and not the {status}.",
    fix: "Read what the response says, and mend the request.",
  },
  "too-large": {
    headline: "The body is too large for the server: 413",
    explanation: "The page may not read that response, so it sees a CORS error and not the 413.",
    fix: "Raise the limit of whatever answered, or send less.",
  },
  "rate-limited": {
    headline: "The server is asked too often: 429",
    explanation: "The page may not read that response, so it sees a CORS error and not the 429.",
    fix: "Ask less often, and wait as long as Retry-After says.",
  },
  "handler-failed": {
    headline: "The server's handler failed: {status}",
    explanation:
      "The page may not read that response, so it sees a CORS error and not the {status}.",
    fix: "Mend the handler: the server's log has its error.",
  },
  "gateway-failed": {
    headline: "A proxy did not get a response from the server behind it: {status}",
    explanation:
      "The proxy's own error has no permission for the page, so the page sees a CORS error.",
    fix: "Start the server behind the proxy, or mend the address under which the proxy asks it.",
  },
  "header-twice": {
    headline: "Access-Control-Allow-Origin comes twice: two layers set it",
    explanation: "Browsers accept one line with one value, even if both lines say the same.",
    fix: "Let one of the two layers set it, and take it away from the other.",
  },
  "header-list": {
    headline: "Access-Control-Allow-Origin has more than one value: '{detail}'",
    explanation:
      "Browsers accept one value. A server that allows several origins answers each with its own name.",
    fix: "Compare Origin with a list, and answer with the one that asked.",
  },
  "cache-without-origin": {
    headline: "The page may read this response, and not the one that a cache may hold",
    explanation:
      "Without Origin the server sends no permission and does not say that it depends on it. An <img> of the same URL leaves that response in the cache.",
    fix: "Send the same headers to everyone, or Vary: Origin on every response. In the page, give the <img> the attribute crossorigin.",
  },
  "encoding-without-cors": {
    headline: "The compressed response has no CORS headers, another one has",
    explanation:
      "A proxy or a cache keeps one response for each encoding, and made this one without them.",
    fix: "Set the headers behind the compression, and empty the cache.",
  },
  "resource-policy": {
    headline: "Cross-Origin-Resource-Policy keeps the resource from other sites",
    explanation:
      "Without the attribute crossorigin the browser asks for no permission, and this header refuses it: '{detail}'.",
    fix: "Send Cross-Origin-Resource-Policy: cross-origin, or load it with crossorigin and allow the page.",
  },
  "cookie-not-kept": {
    headline: "The page may read the response, and the browser does not keep its cookie {detail}",
    explanation:
      "Page and server belong to two sites. Such a cookie needs SameSite=None and Secure, or the next request comes without it.",
    fix: "Set it with SameSite=None; Secure. Visitors who block third-party cookies do not keep it even then.",
  },
};
