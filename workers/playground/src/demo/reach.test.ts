import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { type Call, callUrl } from "./call.ts";

/** All that the demonstration may know of the world: no fetch, no socket, no storage, no clock. */
const WORLD = { Request, Response, Headers, URL, URLSearchParams, TextDecoder, console };

const PLACES = { page: "https://page.example", api: "https://api.example" };

const ENDPOINT = fileURLToPath(new URL("endpoint.ts", import.meta.url));

type Answer = (request: Request, places: typeof PLACES) => Promise<Response>;

const SERVERS: readonly Call["server"][] = [
  { kind: "policy", policy: "{ origin: [/^https:\\/\\/page\\.example$/], credentials: true }" },
  { kind: "policy", policy: '{ origin: "*", fetch: "https://evil.example" }' },
  { kind: "policy", policy: '{ origin: "https://page.example", preflightContinue: true }' },
  { kind: "by-hand", headers: "Access-Control-Allow-Origin: *", preflight: 302 },
];

it("answers everything in a world that has nothing to reach out with", async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [ENDPOINT],
    bundle: true,
    write: false,
    metafile: true,
    format: "iife",
    globalName: "endpoint",
    platform: "neutral",
    mainFields: ["module", "main"],
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports);
  expect(imports.filter(({ external }) => external)).toEqual([]);
  const text = outputFiles[0]?.text ?? "";
  expect(text).not.toMatch(/\bimport\s*\(|\beval\b|\bnew Function\b|\brequire\(/);
  const context = createContext({ ...WORLD });
  runInContext(text, context);
  const { answerCall } = runInContext("endpoint", context) as { readonly answerCall: Answer };
  for (const server of SERVERS) {
    for (const answer of ["data", "visits", "missing", "error", "redirect", "elsewhere"] as const) {
      for (const method of ["GET", "OPTIONS", "PUT"]) {
        const request = new Request(callUrl(PLACES.api, { answer, server, run: "r" }), {
          method,
          headers: { origin: PLACES.page, "access-control-request-method": "PUT" },
          ...(method === "PUT" ? { body: "body" } : {}),
        });
        expect((await answerCall(request, PLACES)).status).toBeGreaterThanOrEqual(200);
      }
    }
  }
});
