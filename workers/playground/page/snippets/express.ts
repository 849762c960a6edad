import { printValue } from "../../src/demo/print-options.ts";
import { methodsIn, type Plan } from "./plan.ts";
import type { Host, Needs } from "./snippet.ts";

/** Express, with every header set by hand. */
export const EXPRESS: Host = {
  host: "express",
  name: "Express",
  file: "server.js",
  install: "npm install express",
  write: (needs) => `import express from "express";

const app = express();
${isAllowed(needs.plan)}
app.use((request, response, next) => {
${onEveryAnswer(needs.plan)}
  const isPreflight =
    request.method === "OPTIONS" && request.headers["access-control-request-method"] !== undefined;
  if (!isPreflight) return next();
${onPreflight(needs)}
  response.status(204).end();
});

${routes(needs)}
`,
};

/** Express with the package \`cors\`. */
export const EXPRESS_CORS: Host = {
  host: "express-cors",
  name: "Express, cors",
  file: "server.js",
  install: "npm install express cors",
  write: (needs) => `import cors from "cors";
import express from "express";

const app = express();

app.use(
  cors({
    origin: ${needs.plan.isOpen ? '"*"' : listOf(needs.plan)},
    methods: ${printValue(methodsIn(needs.plan, needs.method))},
${needs.plan.headers === "*" ? "" : `    allowedHeaders: ${printValue(needs.plan.headers)},\n`}    exposedHeaders: ${printValue([needs.plan.expose].flat())},
    credentials: ${needs.plan.credentials},
    maxAge: ${needs.plan.maxAge},
  }),
);

${routes(needs)}
`,
};

function listOf({ exact, expressions }: Plan): string {
  return `[${[...exact.map((origin) => JSON.stringify(origin)), ...expressions].join(", ")}]`;
}

function isAllowed(plan: Plan): string {
  if (plan.isOpen) return "";
  const { exact, expressions } = plan;
  return `
const origins = ${printValue(exact)};
const expressions = [${expressions.join(", ")}];

function isAllowed(origin) {
  return origins.includes(origin) || expressions.some((expression) => expression.test(origin));
}
`;
}

function onEveryAnswer(plan: Plan): string {
  const expose = [plan.expose].flat().join(", ");
  const exposed =
    expose === ""
      ? ""
      : `response.set("Access-Control-Expose-Headers", ${JSON.stringify(expose)});`;
  if (plan.isOpen) {
    return `  response.set("Access-Control-Allow-Origin", "*");${exposed && `\n  ${exposed}`}`;
  }
  return `  const { origin } = request.headers;
  response.vary("Origin");
  if (origin === undefined || !isAllowed(origin)) return next();
  response.set("Access-Control-Allow-Origin", origin);${
    plan.credentials ? `\n  response.set("Access-Control-Allow-Credentials", "true");` : ""
  }${exposed && `\n  ${exposed}`}`;
}

function onPreflight({ plan, method }: Needs): string {
  const methods = methodsIn(plan, method).join(", ");
  const headers =
    plan.headers === "*"
      ? `request.headers["access-control-request-headers"] ?? ""`
      : JSON.stringify(plan.headers.join(", "));
  return `  response.set("Access-Control-Allow-Methods", ${JSON.stringify(methods)});
  response.set("Access-Control-Allow-Headers", ${headers});
  response.set("Access-Control-Max-Age", "${plan.maxAge}");`;
}

function routes({ method }: Needs): string {
  return `app.${method.toLowerCase()}("/api/hello", (request, response) => {
  response.json({ data: "hello world" });
});

app.listen(3000);`;
}
