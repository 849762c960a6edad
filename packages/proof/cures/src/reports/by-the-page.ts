import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { Duplex } from "node:stream";
import cors from "cors";
import type { Question } from "crossgate";
import type { Page } from "puppeteer-core";
import { portOf, runProgram } from "../run.ts";
import type { Running } from "../subject.ts";
import { addressIn } from "./on-servers.ts";
import { type Report, snippetOf } from "./report.ts";
import { runExpress } from "./servers.ts";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const data = (running: Running): string => `http://localhost:${running.port}/data`;

/** An API whose data one sees with a session, and the place on another host where one signs in. */
async function runBehindLogin(
  origin: string,
  isPermitted: boolean,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  let back = "";
  const login = await runExpress(isPermitted ? "app.use(cors());" : "", (app) => {
    app.get("/oauth2/authorize", (_, response) => {
      response.send(`<title>Sign in</title><a href="${back}">go on</a><input type="password">`);
    });
  });
  const policy = `app.use(cors({ origin: ${JSON.stringify(origin)}, credentials: true }));`;
  const api = await runExpress(isPermitted ? policy : "", (app) => {
    app.get("/callback", (_, response) => {
      response.cookie("session", "ann").send("signed in");
    });
    app.use((request, response, next) => {
      if (request.headers.cookie?.includes("session=ann") === true) next();
      else response.redirect(`http://localhost:${login.port}/oauth2/authorize?client_id=x`);
    });
    app.use(cors({ origin, credentials: true }));
    app.get("/data", (_, response) => void response.send("data"));
  });
  back = `http://localhost:${api.port}/callback`;
  return {
    url: data(api),
    stop: () => Promise.all([login.stop(), api.stop()]).then(() => undefined),
  };
}

function behindLogin(isPermitted: boolean): Report["rebuild"] {
  return async ({ browser, origin }) => {
    const { url, stop } = await runBehindLogin(origin, isPermitted);
    return {
      question: { url, origin, credentials: "include" },
      stop,
      async follow(report) {
        // The visitor signs in by a link, and the page sends the session along.
        const visitor = await browser.newPage();
        await visitor.goto(url);
        await Promise.all([visitor.waitForNavigation(), visitor.click("a")]);
        await visitor.close();
        const address = addressIn(snippetOf(report, "browser"));
        return { url: address, origin, credentials: "include", cookie: "session=ann" };
      },
    };
  };
}

/** An Express that lets the page in. */
function permitting(origin: string): Promise<Running> {
  return runExpress(`app.use(cors({ origin: ${JSON.stringify(origin)} }));`);
}

export const byThePage: readonly Report[] = [
  {
    name: "a GET is redirected to a login of another host",
    on: "Express with a session's guard in front of CORS",
    before: { said: "acao-missing", advised: "app.use(cors())", cures: false },
    cause: "redirect-login",
    rebuild: behindLogin(false),
  },
  {
    name: "a redirect to a login, where the page's origin becomes null",
    on: "Express with CORS on both hosts",
    before: {
      said: "acao-wildcard-credentials",
      advised: "null with credentials next",
      cures: false,
    },
    cause: "redirect-login",
    rebuild: behindLogin(true),
  },
  {
    name: "the page sets a response's header on its request",
    on: "Express with cors and a list of headers",
    before: {
      said: "header-not-allowed",
      advised: "allow access-control-allow-origin as a request header",
      cures: true,
    },
    cause: "response-header-in-request",
    async rebuild({ origin }) {
      const running = await runExpress(
        `app.use(cors({ origin: ${JSON.stringify(origin)}, allowedHeaders: ["content-type"] }));`,
      );
      const headers = [["Access-Control-Allow-Origin", "*"]] as const;
      return {
        question: { url: data(running), origin, headers },
        stop: running.stop,
        follow: ({ cause }) =>
          Promise.resolve({
            url: data(running),
            origin,
            headers: headers.filter(([name]) => name !== cause?.detail),
          }),
      };
    },
  },
  {
    name: "method: patch",
    on: "Express with cors",
    before: {
      said: "method-not-allowed",
      advised: "a list with patch, without PUT and DELETE",
      cures: true,
    },
    cause: "method-case",
    async rebuild({ origin }) {
      const running = await permitting(origin);
      return {
        question: { url: data(running), origin, method: "patch" },
        stop: running.stop,
        follow(report) {
          const [, method = ""] = /method: "(\w+)"/.exec(snippetOf(report)) ?? [];
          return Promise.resolve({ url: data(running), origin, method });
        },
      };
    },
  },
  {
    name: "a socket is asked by fetch",
    on: "node:http with an upgrade",
    before: { said: "none", advised: "use http: or https:", cures: false },
    cause: "not-a-fetch",
    async rebuild({ origin }) {
      const running = await runSocket();
      const url = `ws://localhost:${running.port}/live`;
      return {
        question: { url, origin },
        stop: running.stop,
        ask: (page, question) =>
          question.as === "websocket" ? openSocket(page, question.url) : rejects(page, question),
        follow(report) {
          const [, address = '""'] = /new WebSocket\(("[^"]*")/.exec(snippetOf(report)) ?? [];
          return Promise.resolve({ url: JSON.parse(address) as string, origin, as: "websocket" });
        },
      };
    },
  },
  {
    name: "a page opened from a file",
    on: "Express with a list, and Python's http.server",
    needs: ["/usr/bin/python3"],
    before: { said: "acao-mismatch", advised: "add null to the allowed origins", cures: true },
    cause: "page-is-a-file",
    async rebuild({ browser }) {
      const folder = mkdtempSync(join(tmpdir(), "crossgate-file-"));
      writeFileSync(join(folder, "index.html"), "<!doctype html><title>page</title>");
      // The server lists the origin at which the page is to be served.
      let listed = "http://localhost:8000";
      const api = await runExpress("", (app) => {
        app.use((request, response, next) => cors({ origin: listed })(request, response, next));
        app.get("/data", (_, response) => void response.send("data"));
      });
      const file = `file://${folder}/index.html`;
      const started: Running[] = [];
      return {
        question: { url: data(api), origin: file },
        async ask(_, { url, origin = file }) {
          const page = await browser.newPage();
          await page.goto(origin);
          const seen = await rejects(page, { url });
          await page.close();
          return seen;
        },
        async follow(report) {
          const command = snippetOf(report).split(" ");
          const served = await runProgram({
            files: { "index.html": "<!doctype html><title>page</title>" },
            // The printed port may be taken on the machine that tries this.
            command: command.map((word) => (word === "8000" ? "$PORT" : word)),
            path: "/",
          });
          started.push(served);
          listed = `http://localhost:${served.port}`;
          return { url: data(api), origin: listed };
        },
        async stop() {
          for (const { stop } of [...started, api]) await stop();
        },
      };
    },
  },
  {
    name: "an upload with progress, and no route for OPTIONS",
    on: "Express with headers set by hand",
    before: { said: "readable", advised: "nothing", cures: false },
    cause: "options-unrouted",
    async rebuild({ origin }) {
      const started: Running[] = [];
      const start = async (code: string, byHand: boolean): Promise<string> => {
        const running = await runExpress(code, (app) => {
          app.post("/data", (_, response) => {
            if (byHand) response.setHeader("access-control-allow-origin", origin);
            response.send("data");
          });
          app.options("/data", (_, response) => void response.sendStatus(405));
        });
        started.push(running);
        return data(running);
      };
      const upload = { as: "xhr", method: "POST", body: "x", uploadProgress: true } as const;
      return {
        question: { ...upload, url: await start("", true), origin },
        ask: uploadIn,
        follow: async (report) => ({
          ...upload,
          url: await start(snippetOf(report, "express"), false),
          origin,
        }),
        async stop() {
          for (const { stop } of started) await stop();
        },
      };
    },
  },
  {
    name: "an endless stream of events without headers",
    on: "Express with server-sent events",
    before: { said: "acao-missing", advised: "app.use(cors()), after ten seconds", cures: true },
    cause: "acao-missing",
    async rebuild({ origin }) {
      const started: Running[] = [];
      const start = async (code: string): Promise<string> => {
        const running = await runExpress(code, (app) => {
          app.get("/data", (_, response) => {
            response.setHeader("content-type", "text/event-stream");
            const beat = setInterval(() => response.write("data: beat\n\n"), 50);
            response.on("close", () => clearInterval(beat));
          });
        });
        started.push(running);
        return data(running);
      };
      return {
        question: { as: "eventsource", url: await start(""), origin },
        ask: (page, { url }) =>
          page.evaluate(
            (address) =>
              new Promise<string>((resolve) => {
                const source = new EventSource(address);
                const end = (seen: string): void => {
                  source.close();
                  resolve(seen);
                };
                source.addEventListener("message", () => end("readable"));
                source.addEventListener("error", () => end("blocked"));
              }),
            url,
          ),
        follow: async (report) => ({
          as: "eventsource",
          url: await start(snippetOf(report, "express")),
          origin,
        }),
        async stop() {
          for (const { stop } of started) await stop();
        },
      };
    },
  },
];

/** A server that opens any WebSocket. */
async function runSocket(): Promise<Running> {
  const server = createServer((_, response) => void response.writeHead(426).end());
  const sockets = new Set<Duplex>();
  server.on("upgrade", ({ headers }, socket) => {
    sockets.add(socket);
    const seed = `${headers["sec-websocket-key"] ?? ""}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
    const accept = createHash("sha1").update(seed).digest("base64");
    socket.on("error", () => undefined);
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    socket.on("data", () => socket.end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: portOf(server),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function openSocket(page: Page, url: string): Promise<string> {
  return page.evaluate(
    (address) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(address);
        socket.addEventListener("open", () => {
          socket.close();
          resolve("readable");
        });
        socket.addEventListener("error", () => resolve("blocked"));
      }),
    url,
  );
}

function rejects(page: Page, { url }: Pick<Question, "url">): Promise<string> {
  return page.evaluate(
    (address) =>
      fetch(address).then(
        () => "readable",
        () => "blocked",
      ),
    url,
  );
}

function uploadIn(page: Page, { url }: Question): Promise<string> {
  return page.evaluate(
    (address) =>
      new Promise<string>((resolve) => {
        const request = new XMLHttpRequest();
        request.open("POST", address);
        request.upload.addEventListener("progress", () => undefined);
        request.addEventListener("load", () => resolve("readable"));
        request.addEventListener("error", () => resolve("blocked"));
        request.send("x");
      }),
    url,
  );
}
