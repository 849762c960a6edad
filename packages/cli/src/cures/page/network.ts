import { call, cure, page, server, type Writers } from "./writer.ts";

/** Failures below HTTP, and requests that the browser does not send. */
export const networkCures: Writers = {
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
          "Allow access to the local network when the browser asks; later under the site's settings, Local network access.",
        )
      : page(
          "change",
          "Serve the page over https:. Chromium asks the visitor for permission only then, and refuses a page of http:.",
        ),
  "not-a-fetch": ({ detail }, { asked }) =>
    /^wss?:$/.test(detail)
      ? page(
          "change",
          "Open it as a WebSocket:",
          `const socket = new WebSocket(${JSON.stringify(asked.url)});`,
        )
      : page("change", "Ask an http: or https: address."),
  "scheme-not-http": (_, evidence) =>
    evidence.asked.isSchemeless === true
      ? page("change", "Write the scheme in front of the address:", call(evidence))
      : page("change", "Ask an http: or https: address."),
};
