import type { RequestListener } from "node:http";
import { runListener } from "../run.ts";
import type { Running } from "../subject.ts";
import { type Report, snippetOf } from "./report.ts";
import { runSecure } from "./site.ts";

/** Servers whose headers are written by hand. */
export const byHand: readonly Report[] = [
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
