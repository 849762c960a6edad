import { methodsIn } from "./plan.ts";
import type { Host } from "./snippet.ts";

/** The headers themselves, for any server. */
export const PLAIN: Host = {
  host: "plain",
  name: "Plain headers",
  file: "what any server must answer",
  install: "",
  write: ({ plan, method }) => {
    const origin = plan.isOpen ? "*" : "<the request's Origin, if it is allowed>";
    const expose = [plan.expose].flat().join(", ");
    const everywhere = [
      `Access-Control-Allow-Origin: ${origin}`,
      ...(plan.credentials ? ["Access-Control-Allow-Credentials: true"] : []),
      ...(plan.isOpen ? [] : ["Vary: Origin"]),
    ];
    const allowed = [...plan.exact, ...plan.expressions.map(String)];
    const headers =
      plan.headers === "*"
        ? "<the request's Access-Control-Request-Headers>"
        : plan.headers.join(", ");
    return `${plan.isOpen ? "" : `Allowed: ${allowed.join("  ")}\n\n`}On every response, errors included:

${everywhere.join("\n")}${expose === "" ? "" : `\nAccess-Control-Expose-Headers: ${expose}`}

On the response to OPTIONS with Access-Control-Request-Method, status 204, besides:

Access-Control-Allow-Methods: ${methodsIn(plan, method).join(", ")}
Access-Control-Allow-Headers: ${headers}
Access-Control-Max-Age: ${plan.maxAge}
`;
  },
};
