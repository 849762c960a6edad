import { cookieNotKept } from "../../cause/beside.ts";
import type { Evidence } from "../../cause/evidence.ts";
import type { Cure } from "../cure.ts";
import { cure, page, server, type Writers } from "./writer.ts";

/** Only the owner of the layers can see which of them set a header. */
const apart = cure(
  "server",
  "remove",
  "Let one layer set the header. Ask the application itself, past the proxy. If its response has the header, take it out of the proxy. Otherwise two places of the same layer set it.",
);

/** Responses that caches, cookies, policies or a second layer spoil. */
export const responseCures: Writers = {
  "header-twice": () => [apart],
  "answer-unusable": () =>
    server(
      "Send the resource itself, with a status from 200 to 299 and the Content-Type of its kind.",
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
