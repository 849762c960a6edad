import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type RequestListener } from "node:http";
import { createSecureServer, type ServerHttp2Session } from "node:http2";
import { createRequire } from "node:module";
import { createServer as createSocketServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import type { Browser, Page } from "puppeteer-core";
import { createServer } from "vite";
import { execute, portOf, runListener, runProgram } from "../run.ts";
import type { Running } from "../subject.ts";
import { type Report, snippetOf } from "./report.ts";
import { runExpress } from "./servers.ts";
import { certificate, fetchIn, runSecure } from "./site.ts";

const open: RequestListener = (_, response) => {
  response.setHeader("access-control-allow-origin", "*");
  response.end("data");
};

/** The visitor's own device, which allows everyone. */
function onDevice(from: "plain" | "secure", audience: "visitor" | "page"): Report["rebuild"] {
  return async (site) => {
    const running = await runListener(open);
    const url = `http://127.0.0.1:${running.port}/data`;
    return {
      question: { url, origin: site[from] },
      stop: running.stop,
      async follow({ cures: [cure] }) {
        if (cure?.audience !== audience)
          throw new Error(`a cure for the ${cure?.audience ?? "air"}`);
        // A page of http: is served over https: first. Then the visitor is asked, and agrees.
        await permit(site.browser, site.secure);
        return { url, origin: site.secure };
      },
    };
  };
}

/** What the visitor answers to Chromium's prompt. */
async function permit(browser: Browser, origin: string): Promise<void> {
  const session = await browser.target().createCDPSession();
  for (const name of ["loopback-network", "local-network"]) {
    const permission = { permission: { name }, setting: "granted", origin } as const;
    await session.send("Browser.setPermission", permission);
  }
}

export const elsewhere: readonly Report[] = [
  {
    name: "a page of https: asks the visitor's own machine",
    on: "Chromium's Local Network Access",
    before: { said: "readable", advised: "no header answers the prompt", cures: false },
    cause: "local-network-access",
    rebuild: onDevice("secure", "visitor"),
  },
  {
    name: "a page of http: asks the visitor's own machine",
    on: "Chromium's Local Network Access",
    before: { said: "readable", advised: "no header answers the prompt", cures: false },
    cause: "local-network-access",
    rebuild: onDevice("plain", "page"),
  },
  {
    name: "a certificate that no one signed",
    on: "node:https",
    needs: ["/usr/bin/openssl"],
    before: { said: "unreachable", advised: "nothing", cures: false },
    cause: "tls",
    async rebuild({ origin }) {
      const wrong = await runSecure(open, selfSigned());
      const right = await runSecure(open);
      return {
        question: { url: `https://localhost:${wrong.port}/data`, origin },
        follow: () => Promise.resolve({ url: `https://localhost:${right.port}/data`, origin }),
        stop: () => Promise.all([wrong.stop(), right.stop()]).then(() => undefined),
      };
    },
  },
  {
    name: "a session cookie without SameSite=None and Secure",
    on: "node:https",
    before: { said: "readable", advised: "nothing", cures: false },
    cause: "cookie-not-kept",
    async rebuild({ origin }) {
      const started: Running[] = [];
      const start = async (cookie: string): Promise<string> => {
        const running = await runSecure(({ headers }, response) => {
          response.setHeader("access-control-allow-origin", origin);
          response.setHeader("access-control-allow-credentials", "true");
          response.setHeader("vary", "Origin");
          response.setHeader("set-cookie", cookie);
          response.end(headers.cookie?.includes("session=ann") === true ? "known" : "unknown");
        });
        started.push(running);
        return `https://localhost:${running.port}/data`;
      };
      return {
        question: {
          url: await start("session=ann; Path=/; HttpOnly"),
          origin,
          credentials: "include",
        },
        ask: (page, { url }) =>
          page.evaluate(async (address) => {
            const ask = async (): Promise<string> => {
              const response = await fetch(address, { credentials: "include" });
              return response.text();
            };
            await ask();
            return (await ask()) === "known" ? "readable" : "blocked";
          }, url),
        async follow(report) {
          const [, line = ""] = /^Set-Cookie: (.*)$/.exec(snippetOf(report)) ?? [];
          return { url: await start(line.replace("…", "ann")), origin, credentials: "include" };
        },
        async stop() {
          for (const { stop } of started) await stop();
        },
      };
    },
  },
  {
    name: "mode no-cors at a server of someone else",
    on: "node:http, and the Crossgate gateway on workerd",
    before: { said: "acao-missing", advised: "headers for a server of someone else", cures: false },
    cause: "mode-no-cors",
    async rebuild({ origin }) {
      const api = await runListener((_, response) => void response.end("data"));
      const started: Running[] = [api];
      return {
        question: {
          url: `http://localhost:${api.port}/data`,
          origin,
          mode: "no-cors",
          notMine: true,
        },
        observed: "closed",
        async follow(report) {
          const gateway = await runGateway(snippetOf(report, "crossgate-gateway"));
          started.push(gateway);
          return { url: `http://localhost:${gateway.port}/data`, origin };
        },
        async stop() {
          for (const { stop } of started) await stop();
        },
      };
    },
  },
  {
    name: "an API of someone else, while one develops",
    on: "node:http, and Vite",
    before: {
      said: "acao-missing",
      advised: "headers for a server of someone else",
      cures: false,
    },
    cause: "acao-missing",
    async rebuild({ origin }) {
      const api = await runListener((_, response) => void response.end("data"));
      const started: Running[] = [api];
      return {
        question: { url: `http://localhost:${api.port}/data`, origin, notMine: true },
        async follow(report) {
          const vite = await runVite(snippetOf(report, "vite"));
          started.push(vite);
          const own = `http://localhost:${vite.port}`;
          return { url: `${own}/data`, origin: own };
        },
        async stop() {
          for (const { stop } of started) await stop();
        },
      };
    },
  },
  {
    name: "a bucket refuses the preflight",
    on: "s3rver, which reads S3's own CORS configuration",
    before: {
      said: "acao-missing",
      advised: "plain headers, and a login that is none",
      cures: false,
    },
    cause: "options-refused",
    async rebuild({ origin }) {
      const started: Running[] = [];
      const start = async (rules: string): Promise<string> => {
        const running = await runBucket(rules);
        started.push(running);
        return `http://localhost:${running.port}/bucket/file`;
      };
      const put = { method: "PUT", body: "x", server: "s3" } as const;
      const other = [{ AllowedOrigins: ["https://other.example"], AllowedMethods: ["GET"] }];
      return {
        question: { ...put, url: await start(JSON.stringify(other)), origin },
        follow: async (report) => ({ ...put, url: await start(snippetOf(report, "s3")), origin }),
        async stop() {
          for (const { stop } of started) await stop();
        },
      };
    },
  },
  {
    name: "the bucket sends the headers only with Origin, and an image has filled the cache",
    on: "s3rver",
    before: { said: "readable", advised: "nothing", cures: false },
    cause: "cache-without-origin",
    async rebuild({ origin }) {
      const rules = [{ AllowedOrigins: [origin], AllowedMethods: ["GET"] }];
      const running = await runBucket(JSON.stringify(rules));
      const address = (name: string): string => `http://localhost:${running.port}/bucket/${name}`;
      for (const name of ["one.png", "two.png"]) await putImage(address(name));
      let attribute: "anonymous" | undefined;
      return {
        question: { url: address("one.png"), origin, server: "s3" },
        async ask(page, question) {
          await loadImage(page, question.url, attribute);
          return fetchIn(page, question);
        },
        follow(report) {
          const [, value] = /crossorigin="(\w+)"/.exec(snippetOf(report, "browser")) ?? [];
          if (value === "anonymous") attribute = value;
          return Promise.resolve({ url: address("two.png"), origin, server: "s3" });
        },
        stop: running.stop,
      };
    },
  },
  {
    name: "* with credentials at Kestrel",
    on: "by documentation: headers as ASP.NET Core sends them",
    before: {
      said: "acao-wildcard-credentials",
      advised: "plain headers for one origin, and none for everyone",
      cures: true,
    },
    cause: "acao-wildcard-credentials",
    async rebuild({ origin }) {
      const started: Running[] = [];
      const start = async (policy: string): Promise<string> => {
        const running = await runListener(asKestrel(policy));
        started.push(running);
        return `http://localhost:${running.port}/data`;
      };
      return {
        question: { url: await start(".AllowAnyOrigin()"), origin, credentials: "include" },
        follow: async (report) => ({
          url: await start(snippetOf(report, "aspnet")),
          origin,
          credentials: "include",
        }),
        async stop() {
          for (const { stop } of started) await stop();
        },
      };
    },
  },
  {
    name: "addresses without their scheme",
    on: "Express, and the command line",
    before: {
      said: "unreachable",
      advised: "use http: or https:, for localhost:8080",
      cures: false,
    },
    cause: "acao-missing",
    async rebuild({ origin }) {
      const started: Running[] = [];
      const start = async (code: string): Promise<string> => {
        const running = await runExpress(code);
        started.push(running);
        return `http://localhost:${running.port}/data`;
      };
      const url = await start("");
      return {
        question: { url: await respelt(url), origin },
        follow: async (report) => ({ url: await start(snippetOf(report, "express")), origin }),
        async stop() {
          for (const { stop } of started) await stop();
        },
      };
    },
  },
  {
    name: "a port that browsers do not talk to",
    on: "Express",
    before: { said: "unreachable", advised: "nothing", cures: false },
    cause: "unsafe-port",
    async rebuild({ origin }) {
      const running = await runExpress("app.use(cors());");
      return {
        question: { url: "http://localhost:10080/data", origin },
        follow: () => Promise.resolve({ url: `http://localhost:${running.port}/data`, origin }),
        stop: running.stop,
      };
    },
  },
  {
    name: "a server that speaks HTTP/2 alone",
    on: "node:http2",
    before: {
      said: "acao-missing",
      advised: "headers, of a response that was never seen",
      cures: false,
    },
    cause: null,
    async rebuild({ origin }) {
      const server = createSecureServer({ ...certificate, allowHTTP1: false }, (_, response) => {
        response.stream.respond({ ":status": 200, "access-control-allow-origin": "*" });
        response.stream.end("data");
      });
      const sessions = new Set<ServerHttp2Session>();
      server.on("session", (session) => sessions.add(session));
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const url = `https://localhost:${portOf(server)}/data`;
      return {
        question: { url, origin },
        observed: "readable",
        stop: () =>
          new Promise((resolve) => {
            server.close(() => resolve());
            for (const session of sessions) session.destroy();
          }),
      };
    },
  },
  {
    name: "lines that end in a bare line feed",
    on: "node:net",
    before: { said: "unreachable", advised: "nothing", cures: false },
    cause: null,
    async rebuild({ origin }) {
      const server = createSocketServer((socket) => {
        socket.on("error", () => undefined);
        socket.once("data", () => {
          socket.end("HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\nContent-Length: 4\n\ndata");
        });
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      return {
        question: { url: `http://localhost:${portOf(server)}/data`, origin },
        observed: "readable",
        stop: () => new Promise((resolve) => server.close(() => resolve())),
      };
    },
  },
  {
    name: "a filter on user agents",
    on: "node:http",
    before: { said: "readable", advised: "nothing", cures: true },
    cause: null,
    async rebuild({ origin }) {
      const running = await runListener((request, response) => {
        if (!/Mozilla/.test(request.headers["user-agent"] ?? "")) response.statusCode = 403;
        else response.setHeader("access-control-allow-origin", "*");
        response.end("data");
      });
      return {
        question: { url: `http://localhost:${running.port}/data`, origin },
        observed: "readable",
        stop: running.stop,
      };
    },
  },
];

/** The spelling that the command line proposes for an address without its scheme. */
async function respelt(url: string): Promise<string> {
  const bin = fileURLToPath(new URL("../../../../cli/src/bin.ts", import.meta.url));
  const typed = url.replace("http://", "");
  const { stderr } = await promisify(execFile)(process.execPath, [bin, "explain", typed]).catch(
    (error: { readonly stderr: string }) => error,
  );
  return /did you mean (\S+)/.exec(stderr)?.[1] ?? typed;
}

function selfSigned(): { readonly cert: string; readonly key: string } {
  const folder = mkdtempSync(join(tmpdir(), "crossgate-certificate-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  execFileSync(
    "/usr/bin/openssl",
    `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost -keyout ${key} -out ${cert}`.split(
      " ",
    ),
    { stdio: "ignore" },
  );
  const pair = { cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") };
  rmSync(folder, { recursive: true });
  return pair;
}

/** Vite with a printed member of its configuration. */
async function runVite(member: string): Promise<Running> {
  const root = mkdtempSync(join(tmpdir(), "crossgate-vite-"));
  writeFileSync(join(root, "index.html"), "<!doctype html><title>page</title>");
  const { server } = (await execute(`return { ${member} }`, {})) as { server: object };
  const running = await createServer({
    root,
    configFile: false,
    logLevel: "silent",
    server: { ...server, host: "127.0.0.1", port: 0, watch: null },
  });
  await running.listen();
  const { httpServer } = running;
  if (!httpServer) throw new Error("no server");
  return {
    port: portOf(httpServer),
    async stop() {
      await running.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** The gateway with the variables of a printed `deploy`, on workerd. */
async function runGateway(command: string): Promise<Running> {
  const root = fileURLToPath(new URL("../../../../../workers/gateway/", import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [`${root}src/worker.ts`],
    bundle: true,
    format: "esm",
    write: false,
    external: ["cloudflare:*", "node:*"],
    logLevel: "silent",
  });
  const variables = [...command.matchAll(/--var (\w+):(\S+)/g)];
  const miniflare = new Miniflare({
    modules: true,
    script: outputFiles[0]?.text ?? "",
    compatibilityDate: "2025-10-01",
    host: "127.0.0.1",
    port: 0,
    bindings: Object.fromEntries(variables.map(([, name = "", value = ""]) => [name, value])),
  });
  const { port } = await miniflare.ready;
  return { port: Number(port), stop: () => miniflare.dispose() };
}

const s3rver = createRequire(import.meta.url).resolve("s3rver/package.json");

/** A bucket with rules as the console takes them, written as the API stores them. */
function runBucket(rules: string): Promise<Running> {
  const parsed = JSON.parse(rules) as readonly Readonly<
    Record<string, readonly string[] | number>
  >[];
  const xml = parsed.map((rule) => {
    const members = Object.entries(rule).flatMap(([name, value]) =>
      typeof value === "number"
        ? [`<${name}>${value}</${name}>`]
        : value.map((each) => `<${name.replace(/s$/, "")}>${each}</${name.replace(/s$/, "")}>`),
    );
    return `<CORSRule>${members.join("")}</CORSRule>`;
  });
  return runProgram({
    files: {
      "cors.xml": `<CORSConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${xml.join("")}</CORSConfiguration>`,
    },
    command: [
      process.execPath,
      join(dirname(s3rver), "bin/s3rver.js"),
      "-d",
      "$DIR/store",
      "-a",
      "127.0.0.1",
      "-p",
      "$PORT",
      "--configure-bucket",
      "bucket",
      "$DIR/cors.xml",
    ],
    path: "/",
  });
}

const pixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

async function putImage(url: string): Promise<void> {
  const { status } = await fetch(url, {
    method: "PUT",
    body: Buffer.from(pixel, "base64"),
    headers: { "content-type": "image/png", "cache-control": "max-age=3600" },
  });
  if (status !== 200) throw new Error(`the bucket takes no file: ${status}`);
}

function loadImage(page: Page, url: string, crossorigin: string | undefined): Promise<void> {
  return page.evaluate(
    (address, attribute) =>
      new Promise<void>((resolve, reject) => {
        const image = new Image();
        if (attribute !== undefined) image.crossOrigin = attribute;
        image.addEventListener("load", () => resolve());
        image.addEventListener("error", () => reject(new Error("no image")));
        image.src = address;
      }),
    url,
    crossorigin,
  );
}

/** Answers as the documentation of ASP.NET Core says that one policy does, or one beside another. */
function asKestrel(policy: string): RequestListener {
  const [, listed = ""] = /string\[\] named = \[([^\]]*)\]|$/.exec(policy) ?? [];
  const named = [...listed.matchAll(/"([^"]*)"/g)].map(([, origin]) => origin);
  return ({ headers: { origin = "" } }, response) => {
    response.setHeader("server", "Kestrel");
    if (named.length > 0) response.setHeader("vary", "Origin");
    if (named.includes(origin)) {
      response.setHeader("access-control-allow-origin", origin);
      response.setHeader("access-control-allow-credentials", "true");
    } else response.setHeader("access-control-allow-origin", "*");
    response.end("data");
  };
}
