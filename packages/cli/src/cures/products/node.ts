import type { Product } from "../product.ts";
import { lines, list } from "../text.ts";
import { exposeOnly, preflightOnly } from "./headers.ts";
import { originOf } from "./origin-expression.ts";

export const node: Product = {
  name: "node",
  title: "node:http",
  audience: "server",
  docs: "https://nodejs.org/api/http.html",
  proven: true,
  signs: [],
  allow: (wanted) => {
    const header = ([name, value]: readonly [string, string]): string =>
      `response.setHeader(${JSON.stringify(name)}, ${JSON.stringify(value)});`;
    return {
      edit: wanted.isSet ? "change" : "add",
      where:
        "First in the listener (request, response) => {…}, instead of the present CORS headers:",
      language: "js",
      code: lines(
        "const { origin } = request.headers;",
        wanted.credentials && `const isNamed = ${list(wanted.origins)}.includes(origin);`,
        `const allowed = ${originOf("origin", wanted, "undefined")};`,
        'response.setHeader("Vary", "Origin");',
        'if (allowed) response.setHeader("Access-Control-Allow-Origin", allowed);',
        wanted.credentials &&
          'if (isNamed) response.setHeader("Access-Control-Allow-Credentials", "true");',
        ...exposeOnly(wanted).map(header),
        'const asks = request.headers["access-control-request-method"];',
        'if (request.method === "OPTIONS" && asks) {',
        ...preflightOnly(wanted).map((each) => `  ${header(each)}`),
        "  response.writeHead(204).end();",
        "  return;",
        "}",
      ),
    };
  },
};
