import { call, cure, page, server, type Writers } from "./writer.ts";

/** Errors that the page could read if they had the headers. */
export const statusCures: Writers = {
  "login-required": ({ answer }, evidence) => [
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
    server(
      `Send the CORS headers on errors too, so that the page can read the ${answer?.status ?? 401}.`,
    ),
  ],
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
    cure(
      "proxy",
      "none",
      "Start the server behind the proxy, or correct the address and port under which the proxy asks it. The proxy's error log says which it tried.",
    ),
};
