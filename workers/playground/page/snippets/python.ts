import { methodsIn, type Plan } from "./plan.ts";
import type { Host, Needs } from "./snippet.ts";

/** Flask, with every header set by hand. */
export const FLASK: Host = {
  host: "flask",
  name: "Flask",
  file: "server.py",
  install: "pip install flask",
  write: (needs) => `import re

from flask import Flask, jsonify, request

app = Flask(__name__)
${allowed(needs.plan)}

@app.before_request
def answer_preflight():
    if request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:
        return "", 204


@app.after_request
def add_cors(response):
${onEveryAnswer(needs)}
    return response

${route(needs)}
`,
};

/** Flask with the package Flask-CORS. */
export const FLASK_CORS: Host = {
  host: "flask-cors",
  name: "Flask, Flask-CORS",
  file: "server.py",
  install: "pip install flask flask-cors",
  write: (needs) => `from flask import Flask, jsonify
from flask_cors import CORS

app = Flask(__name__)
CORS(
    app,
    origins=${needs.plan.isOpen ? '"*"' : list([...needs.plan.exact, ...needs.plan.expressions.map(({ source }) => source)])},
    methods=${list(methodsIn(needs.plan, needs.method))},
    allow_headers=${needs.plan.headers === "*" ? '"*"' : list(needs.plan.headers)},
    expose_headers=${list([needs.plan.expose].flat())},
    supports_credentials=${bool(needs.plan.credentials)},
    max_age=${needs.plan.maxAge},
)

${route(needs)}
`,
};

/** FastAPI with the middleware that it brings along. */
export const FASTAPI: Host = {
  host: "fastapi",
  name: "FastAPI",
  file: "server.py",
  install: "pip install fastapi uvicorn",
  write: (needs) => `import uvicorn
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()
app.add_middleware(
    CORSMiddleware,
    allow_origins=${list(needs.plan.isOpen ? ["*"] : needs.plan.exact)},
    allow_origin_regex=${regexOf(needs.plan)},
    allow_methods=${list(methodsIn(needs.plan, needs.method))},
    allow_headers=${list([needs.plan.headers].flat())},
    expose_headers=${list([needs.plan.expose].flat())},
    allow_credentials=${bool(needs.plan.credentials)},
    max_age=${needs.plan.maxAge},
)


@app.api_route("/api/hello", methods=${list([needs.method])})
def hello():
    return {"data": "hello world"}


if __name__ == "__main__":
    uvicorn.run(app, port=3000)
`,
};

function allowed({ isOpen, exact, expressions }: Plan): string {
  if (isOpen) return "";
  const compiled = expressions.map(
    ({ source, ignoreCase }) => `re.compile(${raw(source)}${ignoreCase ? ", re.I" : ""})`,
  );
  return `
ORIGINS = ${list(exact)}
EXPRESSIONS = [${compiled.join(", ")}]


def is_allowed(origin):
    return origin in ORIGINS or any(each.fullmatch(origin) for each in EXPRESSIONS)
`;
}

function onEveryAnswer({ plan, method }: Needs): string {
  const expose = [plan.expose].flat().join(", ");
  const headers =
    plan.headers === "*"
      ? `request.headers.get("Access-Control-Request-Headers", "")`
      : text(plan.headers.join(", "));
  const origin = plan.isOpen
    ? [`response.headers["Access-Control-Allow-Origin"] = "*"`]
    : [
        `response.vary.add("Origin")`,
        `origin = request.headers.get("Origin")`,
        `if origin is None or not is_allowed(origin):`,
        `    return response`,
        `response.headers["Access-Control-Allow-Origin"] = origin`,
      ];
  const lines = [
    ...origin,
    ...(plan.credentials ? [`response.headers["Access-Control-Allow-Credentials"] = "true"`] : []),
    ...(expose === ""
      ? []
      : [`response.headers["Access-Control-Expose-Headers"] = ${text(expose)}`]),
    `if request.method == "OPTIONS":`,
    `    response.headers["Access-Control-Allow-Methods"] = ${text(methodsIn(plan, method).join(", "))}`,
    `    response.headers["Access-Control-Allow-Headers"] = ${headers}`,
    `    response.headers["Access-Control-Max-Age"] = "${plan.maxAge}"`,
  ];
  return lines.map((line) => `    ${line}`).join("\n");
}

function route({ method }: Needs): string {
  return `
@app.route("/api/hello", methods=${list([method])})
def hello():
    return jsonify(data="hello world")


if __name__ == "__main__":
    app.run(port=3000)`;
}

function regexOf({ expressions }: Plan): string {
  if (expressions.length === 0) return "None";
  const sources = expressions.map(({ source, ignoreCase }) =>
    ignoreCase ? `(?i:${source})` : `(?:${source})`,
  );
  return raw(sources.join("|"));
}

function list(texts: readonly string[]): string {
  return `[${texts.map(text).join(", ")}]`;
}

/** JSON's texts are Python's, too. */
function text(value: string): string {
  return JSON.stringify(value);
}

function raw(source: string): string {
  const inPython = source.replaceAll(String.raw`\/`, "/");
  return inPython.includes('"') ? text(inPython) : `r"${inPython}"`;
}

function bool(value: boolean): string {
  return value ? "True" : "False";
}
