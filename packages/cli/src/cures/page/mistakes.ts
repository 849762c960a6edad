import type { Evidence } from "../../cause/evidence.ts";
import { listedInstead } from "../../cause/remarks.ts";
import type { FoundCause } from "../../cause/find-cause.ts";
import type { Cure } from "../cure.ts";
import { call, page, type Writers } from "./writer.ts";

/** The page's own mistakes. */
export const mistakeCures: Writers = {
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
  "header-not-allowed": ({ answer, detail }) => {
    const listed = listedInstead(detail, answer);
    return listed === undefined
      ? []
      : page("change", `Write the header as the server lists it: ${listed}, not ${detail}.`);
  },
  "mode-no-cors": (_, evidence) =>
    page(
      "remove",
      "Take mode: 'no-cors' out; if the server allows the page, it can read the response:",
      call(evidence),
    ),
  "keepalive-too-large": (_, evidence) =>
    page(
      "change",
      "Send less than 64 KiB at once. Or send it while the page is open, by fetch without keepalive:",
      call(evidence, { init: { method: "POST", body: "…" } }),
    ),
  "acao-wildcard-credentials": withoutCookies,
  "acac-missing": withoutCookies,
  "acac-not-true": withoutCookies,
  "mode-same-origin": (_, evidence) =>
    evidence.asked.as === "script"
      ? page(
          "change",
          "Start the worker from the page's own origin, and load the script there:",
          worker(evidence),
        )
      : page("remove", "Take mode: 'same-origin' out:", call(evidence)),
  "no-cors-redirect-mode": (_, evidence) =>
    page("remove", "Take redirect and mode: 'no-cors' out:", call(evidence)),
};

/** A worker of one's own may load any script. */
function worker({ asked }: Evidence): string {
  const script = JSON.stringify(`importScripts(${JSON.stringify(asked.url)});`);
  return `const own = new Blob([${script}]);\nnew Worker(URL.createObjectURL(own));`;
}

/** The server allows the page, and not its cookies. */
function withoutCookies(_: FoundCause, evidence: Evidence): Cure {
  return page(
    "remove",
    "If the request needs no cookies, take credentials: 'include' out; the server allows that:",
    call(evidence, { init: { credentials: undefined } }),
  );
}
