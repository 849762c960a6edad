import { freePort } from "@crossgate/testkit/free-port";
import { runUpstream } from "../run.ts";
import { nodeSubjects } from "../subjects-node.ts";
import { proxySubjects } from "../subjects-proxies.ts";
import { pythonSubjects } from "../subjects-python.ts";
import type { Running, Subject } from "../subject.ts";
import { type Report, snippetOf } from "./report.ts";
import { runExpress, runFastApi, runFlask, runNginx, runPermitting, tls } from "./servers.ts";

const json = {
  method: "POST",
  headers: [["content-type", "application/json"]],
  body: "{}",
} as const;

/** Servers of one report, each ended with it. */
function servers(): {
  readonly keep: (running: Promise<Running>) => Promise<string>;
  readonly stop: () => Promise<void>;
} {
  const all: Running[] = [];
  return {
    async keep(running) {
      const kept = await running;
      all.push(kept);
      return `http://localhost:${kept.port}`;
    },
    async stop() {
      for (const { stop } of all) await stop();
    },
  };
}

function subject(product: string): Subject {
  const found = [...proxySubjects, ...nodeSubjects, ...pythonSubjects].find(
    (each) => each.product === product,
  );
  if (!found) throw new Error(`no subject ${product}`);
  return found;
}

/** A product of the loop, wrong as `broken` says, and mended by its own snippet. */
function onSubject(
  product: string,
  broken: (origin: string) => string,
  question: object = json,
): Report["rebuild"] {
  return async ({ origin }) => {
    const { keep, stop } = servers();
    const url = `${await keep(subject(product).start(broken(origin)))}/data`;
    return {
      question: { ...question, url, origin },
      stop,
      follow: async (report) => ({
        ...question,
        origin,
        url: `${await keep(subject(product).start(snippetOf(report, product)))}/data`,
      }),
    };
  };
}

export const onServers: readonly Report[] = [
  {
    name: "a proxy adds a second Access-Control-Allow-Origin",
    on: "nginx in front of Node",
    needs: ["/usr/sbin/nginx"],
    before: { said: "acao-multiple", advised: "one more add_header in nginx", cures: false },
    cause: "header-twice",
    async rebuild({ origin }) {
      const { keep, stop } = servers();
      const nginx = subject("nginx");
      const behind = { "access-control-allow-origin": origin };
      const twice = `add_header Access-Control-Allow-Origin ${origin} always;`;
      return {
        question: { url: `${await keep(nginx.start(twice, behind))}/data`, origin },
        stop,
        follow: async (report) => ({
          url: `${await keep(nginx.start(snippetOf(report, "nginx"), behind))}/data`,
          origin,
        }),
      };
    },
  },
  {
    name: "a handler throws behind a preflight that passed",
    on: "FastAPI with its CORSMiddleware",
    needs: ["/usr/lib/python3/dist-packages/fastapi"],
    before: { said: "acao-missing", advised: "CORS(app) of Flask, at FastAPI", cures: false },
    cause: "handler-failed",
    async rebuild({ origin }) {
      const { keep, stop } = servers();
      const app = (line: string): string => `from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["${origin}"], allow_methods=["*"], allow_headers=["*"])


@app.post("/data")
def data():
    ${line}
`;
      const start = async (line: string): Promise<string> =>
        `${await keep(runFastApi(app(line)))}/data`;
      return {
        question: { ...json, url: await start('raise RuntimeError("boom")'), origin },
        stop,
        follow: async () => ({ ...json, url: await start('return "data"'), origin }),
      };
    },
  },
  {
    name: "a slash redirect on the preflight",
    on: "Flask with Flask-CORS",
    needs: ["/usr/lib/python3/dist-packages/flask_cors"],
    before: { said: "preflight-redirect", advised: "CORS(app), which was there", cures: false },
    cause: "redirect-slash",
    async rebuild({ origin }) {
      const { keep, stop } = servers();
      const code = `app = Flask(__name__)
CORS(app, origins=["${origin}"])


@app.post("/data/")
def data():
    return "data"
`;
      const url = `${await keep(runFlask(code))}/data`;
      return {
        question: { ...json, url, origin },
        stop,
        follow: async (report) => ({ ...json, url: addressIn(snippetOf(report)), origin }),
      };
    },
  },
  {
    name: "http: is redirected to https:",
    on: "nginx",
    needs: ["/usr/sbin/nginx"],
    before: { said: "acao-missing", advised: "add_header at the redirect", cures: false },
    cause: "redirect-https",
    async rebuild({ origin }) {
      const { keep, stop } = servers();
      const port = await freePort();
      const url = `${await keep(
        runNginx(`
          server { listen 127.0.0.1:$PORT; return 301 https://localhost:${port}$request_uri; }
          server { listen 127.0.0.1:${port} ssl; ${tls}
            add_header Access-Control-Allow-Origin ${origin} always; return 200 "data"; }`),
      )}/data`;
      return {
        question: { url, origin },
        stop,
        follow: async (report) => ({ url: addressIn(snippetOf(report)), origin }),
      };
    },
  },
  {
    name: "the proxy has no server behind it",
    on: "nginx",
    needs: ["/usr/sbin/nginx"],
    before: { said: "acao-missing", advised: "add_header on the 502", cures: false },
    cause: "gateway-failed",
    async rebuild({ origin }) {
      const { keep, stop } = servers();
      const proxy = async (port: number): Promise<string> =>
        `${await keep(
          runNginx(
            `server { listen 127.0.0.1:$PORT; location / { proxy_pass http://127.0.0.1:${port}; } }`,
          ),
        )}/data`;
      return {
        question: { url: await proxy(await freePort()), origin },
        stop,
        async follow() {
          const behind = new URL(await keep(runPermitting(origin)));
          return { url: await proxy(Number(behind.port)), origin };
        },
      };
    },
  },
  {
    name: "a body that is too large for the proxy",
    on: "nginx in front of Node",
    needs: ["/usr/sbin/nginx"],
    before: { said: "acao-missing", advised: "add_header on the 413", cures: false },
    cause: "too-large",
    async rebuild({ origin }) {
      const { keep, stop } = servers();
      const behind = new URL(await keep(runPermitting(origin)));
      const large = { ...json, body: "x".repeat(1_500_000) };
      const proxy = async (code: string): Promise<string> =>
        `${await keep(
          runNginx(`server { listen 127.0.0.1:$PORT; ${code}
            location / { proxy_pass http://127.0.0.1:${behind.port}; } }`),
        )}/data`;
      return {
        question: { ...large, url: await proxy(""), origin },
        stop,
        follow: async (report) => ({
          ...large,
          url: await proxy(snippetOf(report, "nginx")),
          origin,
        }),
      };
    },
  },
  {
    name: "a body that is too large for the application",
    on: "Express, which parses in front of its CORS",
    before: { said: "acao-missing", advised: "app.use(cors()), which was there", cures: false },
    cause: "too-large",
    async rebuild({ origin }) {
      const { keep, stop } = servers();
      const large = { ...json, body: JSON.stringify({ text: "x".repeat(200_000) }) };
      const app = async (parser: string): Promise<string> =>
        `${await keep(
          runExpress(`${parser} app.use(cors({ origin: ${JSON.stringify(origin)} }));`),
        )}/data`;
      return {
        question: { ...large, url: await app("app.use(express.json());"), origin },
        stop,
        follow: async (report) => ({
          ...large,
          url: await app(snippetOf(report, "express")),
          origin,
        }),
      };
    },
  },
  {
    name: "a gate that refuses the preflight",
    on: "Crossgate",
    before: {
      said: "acao-missing",
      advised: "createCors with the origin, and next steps that are none",
      cures: true,
    },
    cause: "options-refused",
    rebuild: onSubject(
      "crossgate",
      () => 'createCors({ origin: ["https://other.example"], refuseDenied: true })',
    ),
  },
  {
    name: "Starlette is not Flask",
    on: "FastAPI",
    needs: ["/usr/lib/python3/dist-packages/fastapi"],
    before: { said: "acao-missing", advised: "CORS(app) of Flask", cures: false },
    cause: "options-refused",
    rebuild: onSubject(
      "fastapi",
      () =>
        'app.add_middleware(CORSMiddleware, allow_origins=["https://other.example"], allow_methods=["*"])',
    ),
  },
  {
    name: "Koa is not Hono",
    on: "Koa with @koa/cors",
    before: { said: "acao-mismatch", advised: "cors() of hono/cors", cures: false },
    cause: "acao-mismatch",
    rebuild: onSubject("koa", () => 'app.use(cors({ origin: "https://other.example" }));'),
  },
  {
    name: "a login in front of the preflight, by redirect",
    on: "Express with a session's guard",
    before: {
      said: "preflight-redirect",
      advised: "app.use(cors()) in front, and next steps that are none",
      cures: true,
    },
    cause: "redirect-login",
    async rebuild({ origin }) {
      const { keep, stop } = servers();
      const question = { headers: [["authorization", "Bearer abc"]] } as const;
      const start = async (code: string): Promise<string> =>
        `${await keep(
          runExpress(code, (app) => {
            app.use((request, response, next) => {
              const isSignedIn = request.headers.authorization !== undefined;
              if (isSignedIn || request.path === "/login") next();
              else response.redirect("/login");
            });
            app.get("/login", (_, response) => {
              response.send("<title>Sign in</title><input type='password'>");
            });
            app.get("/data", (_, response) => void response.send("data"));
          }),
        )}/data`;
      return {
        question: { ...question, url: await start(""), origin },
        stop,
        follow: async (report) => ({
          ...question,
          url: await start(snippetOf(report, "express")),
          origin,
        }),
      };
    },
  },
  {
    name: "a login in front of the preflight, with 401",
    on: "nginx with auth_basic",
    needs: ["/usr/sbin/nginx"],
    before: { said: "acao-missing", advised: "add_header and 204 for every OPTIONS", cures: true },
    cause: "options-needs-login",
    async rebuild({ origin }) {
      const { keep, stop } = servers();
      const behind = new URL(await keep(runUpstream()));
      const question = { headers: [["authorization", `Basic ${btoa("ann:secret")}`]] } as const;
      const start = async (code: string): Promise<string> => {
        const location = `location / { ${code}
          auth_basic "data"; auth_basic_user_file $DIR/people;
          proxy_pass http://127.0.0.1:${behind.port}; }`;
        const files = { people: "ann:{PLAIN}secret\n" };
        return `${await keep(runNginx(`server { listen 127.0.0.1:$PORT; ${location} }`, files))}/data`;
      };
      return {
        question: { ...question, url: await start(""), origin },
        stop,
        follow: async (report) => ({
          ...question,
          url: await start(snippetOf(report, "nginx")),
          origin,
        }),
      };
    },
  },
];

/** The address of a printed call. */
export function addressIn(call: string): string {
  const [, address] = /fetch\(("[^"]*")/.exec(call) ?? [];
  if (address === undefined) throw new Error(`no call: ${call}`);
  return JSON.parse(address) as string;
}
