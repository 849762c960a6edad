import type { Product } from "../product.ts";
import { lines, list } from "../text.ts";
import { isTwofold, type Wanted } from "../wanted.ts";
import { maxAge } from "./headers.ts";
import { pythonOrigins } from "./python-origins.ts";

function flaskCode(wanted: Wanted): string {
  const open = { ...wanted, credentials: isTwofold(wanted) ? false : wanted.credentials };
  const call = lines(
    "CORS(",
    "    app,",
    `    origins=${pythonOrigins(open)},`,
    `    methods=${list(wanted.methods)},`,
    // Without a list it allows the headers that are asked for.
    !wanted.anyHeader && `    allow_headers=${list(wanted.headers)},`,
    wanted.expose.length > 0 && `    expose_headers=${list(wanted.expose)},`,
    open.credentials && "    supports_credentials=True,",
    `    max_age=${maxAge},`,
    ")",
  );
  const parts = [
    (isTwofold(wanted) || wanted.isBehindLogin) && "from flask import request",
    wanted.isBehindLogin && answerPreflights,
    isTwofold(wanted) && flaskNames(wanted),
    call,
  ];
  return parts.filter((part) => typeof part === "string").join("\n\n");
}

/** Flask-CORS adds headers to what a login answered, and does not answer before it. */
const answerPreflights = `@app.before_request
def answer_preflights():
    if "Access-Control-Request-Method" in request.headers:
        return "", 204`;

/** Runs after Flask-CORS, since it is registered before. */
function flaskNames({ origins }: Wanted): string {
  return lines(
    "@app.after_request",
    "def allow_credentials(response):",
    '    origin = request.headers.get("Origin")',
    `    if origin in ${list(origins)}:`,
    '        response.headers["Access-Control-Allow-Origin"] = origin',
    '        response.headers["Access-Control-Allow-Credentials"] = "true"',
    '    response.vary.add("Origin")',
    "    return response",
  );
}

export const flask: Product = {
  name: "flask",
  title: "Flask with Flask-CORS",
  audience: "server",
  docs: "https://flask-cors.readthedocs.io/",
  proven: true,
  coversFailures: true,
  signs: [{ in: "server", pattern: /werkzeug/i, sure: 3 }],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where:
      "Once, after app is made, instead of the present CORS(app) and of headers set by hand; from flask_cors import CORS:",
    language: "python",
    code: flaskCode(wanted),
  }),
};
