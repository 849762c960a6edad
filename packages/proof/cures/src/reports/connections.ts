import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createSecureServer, type ServerHttp2Session } from "node:http2";
import { createServer as createSocketServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { portOf } from "../run.ts";
import type { Running } from "../subject.ts";
import { type Report, snippetOf } from "./report.ts";
import { open, runExpress } from "./servers.ts";
import { certificate, runSecure } from "./site.ts";

/** What stands between the page and an HTTP response. */
export const onConnections: readonly Report[] = [
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
