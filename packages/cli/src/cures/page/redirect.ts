import { call, page, server, type Writer, type Writers } from "./writer.ts";

const askTarget: Writer = ({ detail }, evidence) =>
  page("change", "Ask the address that the redirect leads to:", call(evidence, { url: detail }));

/** Redirects: the page asks the last address, or the server leaves them out. */
export const redirectCures: Writers = {
  "redirect-slash": askTarget,
  "redirect-https": askTarget,
  "redirect-elsewhere": (found, evidence) => {
    const { target } = evidence.probes;
    // It was asked by GET, which tells nothing of another method.
    const isAsked = evidence.asked.method === "GET";
    return isAsked && target !== undefined && target.status >= 400
      ? server(`Correct the redirect: the address that it leads to answers ${target.status}.`)
      : askTarget(found, evidence);
  },
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
