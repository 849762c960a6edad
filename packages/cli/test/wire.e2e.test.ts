import { readFileSync } from "node:fs";
import { createServer as createHttp, type RequestListener } from "node:http";
import { createSecureServer } from "node:http2";
import { createServer as createHttps } from "node:https";
import { connect, createServer as createSocketServer, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { explain, type ExplainReport, type Question } from "../src/index.ts";
import { type Running, runListener, runServer } from "./running.ts";
import { waitsOf } from "./waits.ts";

const page = "http://localhost:3000";
const allow = { "access-control-allow-origin": page, vary: "Origin" };
const fixture = (name: string): Buffer =>
  readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
const tls = { key: fixture("localhost.key"), cert: fixture("localhost.crt") };

async function ask(
  running: Promise<Running>,
  question: Partial<Question> = {},
  scheme = "http",
): Promise<ExplainReport> {
  const { port, stop } = await running;
  onTestFinished(stop);
  return explain({ url: `${scheme}://localhost:${port}/data`, origin: page, ...question });
}

/** A server that writes its response byte by byte as it is given. */
function runRaw(answer: (socket: Socket, request: string) => void): Promise<Running> {
  const sockets = new Set<Socket>();
  const server = createSocketServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", (data) => answer(socket, String(data)));
  });
  const closeAllConnections = (): void => sockets.forEach((socket) => socket.destroy());
  return runServer(Object.assign(server, { closeAllConnections }));
}

const grant: RequestListener = (_, response) => {
  response.writeHead(200, allow);
  response.end("data");
};

describe("the way to the server", () => {
  it("speaks HTTP/2 where nothing else is spoken", async () => {
    const server = createSecureServer({ ...tls, allowHTTP1: false }, (request, response) => {
      const { origin, "sec-fetch-mode": mode } = request.headers;
      response.writeHead(origin === page && mode === "cors" ? 200 : 400, allow);
      response.end("data");
    });
    const connection = { insecure: true };
    expect(await ask(runServer(server), { connection }, "https")).toMatchObject({
      verdict: "readable",
      steps: [{ response: { status: 200 } }],
    });
  });

  it("speaks HTTP/1.1 over TLS where HTTP/2 is not spoken", async () => {
    const report = await ask(
      runServer(createHttps(tls, grant)),
      { connection: { insecure: true } },
      "https",
    );
    expect(report.verdict).toBe("readable");
  });

  it("names a certificate that browsers do not trust", async () => {
    expect(await ask(runServer(createHttps(tls, grant)), {}, "https")).toMatchObject({
      verdict: "unreachable",
      cause: { code: "tls" },
    });
  });

  it("refuses the port that browsers refuse, and sends nothing", async () => {
    const report = await explain({ url: "http://localhost:10080/", origin: page });
    expect(report).toMatchObject({ verdict: "blocked", cause: { code: "unsafe-port" }, steps: [] });
  });

  it("puts up with bare line feeds, as browsers do", async () => {
    const report = await ask(
      runRaw((socket) => {
        socket.end(`HTTP/1.1 200 OK\naccess-control-allow-origin: *\ncontent-length: 2\n\nok`);
      }),
    );
    expect(report.verdict).toBe("readable");
  });

  it("is let through by a filter on user agents", async () => {
    const report = await ask(
      runListener((request, response) => {
        const isBrowser = /^Mozilla\/5\.0 \(.*Chrome\/\d+/.test(
          request.headers["user-agent"] ?? "",
        );
        response.writeHead(isBrowser ? 200 : 403, allow);
        response.end();
      }),
    );
    expect(report).toMatchObject({ verdict: "readable", warnings: [] });
  });

  it("sends Chromium's headers in Chromium's order", async () => {
    const heads: string[] = [];
    const answer = (socket: Socket, request: string): void => {
      heads.push(request);
      socket.end("HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\ncontent-length: 0\r\n\r\n");
    };
    await ask(runRaw(answer), { probes: false });
    const names = heads[0]
      ?.split("\r\n")
      .slice(1)
      .map((line) => line.split(":")[0])
      .filter(Boolean);
    expect(names).toEqual([
      "Host",
      "Connection",
      "sec-ch-ua-platform",
      "User-Agent",
      "sec-ch-ua",
      "sec-ch-ua-mobile",
      "Accept",
      "Origin",
      "Sec-Fetch-Site",
      "Sec-Fetch-Mode",
      "Sec-Fetch-Dest",
      "Referer",
      "Accept-Encoding",
      "Accept-Language",
    ]);
  });

  it("reads what a compressed error says", async () => {
    const report = await ask(
      runListener((_, response) => {
        response.writeHead(500, { "content-encoding": "gzip", "content-type": "text/html" });
        response.end(
          gzipSync("<html><body><h1>Boom &amp; bust</h1><script>x()</script></body></html>"),
        );
      }),
    );
    expect(report.cause).toMatchObject({ code: "handler-failed", says: "Boom & bust" });
  });

  it("finds a host where --resolve says it is", async () => {
    const { port, stop } = await runListener(grant);
    onTestFinished(stop);
    const report = await explain({
      url: `http://api.crossgate.test:${port}/data`,
      origin: "http://app.crossgate.test",
      connection: { resolve: [`api.crossgate.test:${port}:127.0.0.1`] },
      profile: "firefox",
    });
    expect(report.steps[0]?.response?.status).toBe(200);
  });

  it("goes through a proxy, for both schemes", async () => {
    const secure = await runServer(createHttps(tls, grant));
    onTestFinished(secure.stop);
    const asked: string[] = [];
    const proxy = createHttp((request, response) => {
      asked.push(request.url ?? "");
      response.writeHead(200, allow);
      response.end();
    });
    proxy.on("connect", ({ url }, socket: Socket) => {
      asked.push(url ?? "");
      const upstream = connect(secure.port, "127.0.0.1", () => {
        socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
        upstream.pipe(socket).pipe(upstream);
      });
      upstream.on("error", () => socket.destroy());
      socket.on("error", () => upstream.destroy());
    });
    const running = await runServer(proxy);
    onTestFinished(running.stop);
    const connection = { proxy: `http://127.0.0.1:${running.port}`, insecure: true };
    for (const scheme of ["http", "https"]) {
      const url = `${scheme}://localhost:${secure.port}/data`;
      const report = await explain({ url, origin: page, connection, probes: false });
      expect(report.verdict).toBe("readable");
    }
    expect(asked).toEqual([`http://localhost:${secure.port}/data`, `localhost:${secure.port}`]);
  });

  it.each([
    ["an endless stream, for less than a second", { "content-type": "text/event-stream" }, 999],
    ["a body that drips, for little more than a second", {}, 1500],
  ])("waits for %s", async (_, headers, most) => {
    const dripping = runListener((__, response) => {
      response.writeHead(200, { ...headers, ...allow });
      const timer = setInterval(() => response.write("data: x\n\n"), 20);
      response.on("close", () => clearInterval(timer));
    });
    const waited = await waitsOf(async () => {
      expect((await ask(dripping)).verdict).toBe("readable");
    });
    expect(waited).toBeGreaterThan(0);
    expect(waited).toBeLessThanOrEqual(most);
  });
});

describe("a WebSocket", () => {
  const socket = async (listener: RequestListener, upgrades: boolean): Promise<ExplainReport> => {
    const server = createHttp(listener);
    if (upgrades) {
      server.on("upgrade", ({ headers }, connection) => {
        const isOurs = headers.origin === page && headers["sec-fetch-mode"] === undefined;
        connection.end(
          isOurs
            ? "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n"
            : "HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n",
        );
      });
    }
    const { port, stop } = await runServer(server);
    onTestFinished(stop);
    return explain({ url: `ws://localhost:${port}/live`, origin: page, as: "websocket" });
  };

  it("is open where the server switches protocols, and CORS has no part in it", async () => {
    expect(await socket(grant, true)).toMatchObject({ verdict: "readable", cause: null });
  });

  it("is refused by a status", async () => {
    const refuse: RequestListener = (_, response) => void response.writeHead(403).end("not you");
    expect(await socket(refuse, false)).toMatchObject({
      verdict: "blocked",
      cause: { code: "forbidden", says: "not you" },
    });
  });
});
