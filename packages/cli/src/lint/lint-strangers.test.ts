import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { UsageError } from "../usage-error.ts";
import { lint } from "./lint.ts";

// Within this package, so that modules find what they import.
const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(here, "../../node_modules/.crossgate-lint-"));

afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;

/** Writes a file into its own folder. */
function file(name: string, content: string | Uint8Array): string {
  count += 1;
  const path = join(folder, String(count), name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** What configures other servers: the names and the beginnings that strangers have. */
const CONFIGURATIONS: readonly [name: string, content: string][] = [
  ["nginx.conf", "server { location / { add_header Access-Control-Allow-Origin *; } }"],
  ["api.conf", 'Header set Access-Control-Allow-Origin "*"'],
  [
    ".htaccess",
    '<IfModule mod_headers.c>\nHeader set Access-Control-Allow-Origin "*"\n</IfModule>',
  ],
  ["Caddyfile", ":80 {\n  header Access-Control-Allow-Origin *\n}"],
  ["haproxy.cfg", "http-response set-header Access-Control-Allow-Origin *"],
  ["default.vcl", 'sub vcl_deliver { set resp.http.Access-Control-Allow-Origin = "*"; }'],
  ["envoy.yaml", "cors:\n  allow_origin_string_match:\n    - safe_regex: { regex: .* }"],
  [
    "traefik.yml",
    "http:\n  middlewares:\n    cors: { headers: { accessControlAllowOriginList: ['*'] } }",
  ],
  [
    "netlify.toml",
    '[[headers]]\n  for = "/*"\n  [headers.values]\n    Access-Control-Allow-Origin = "*"',
  ],
  ["_headers", "/api/*\n  Access-Control-Allow-Origin: *\n"],
  ["serverless.yml", "provider:\n  httpApi:\n    cors: true"],
  ["main.tf", 'cors_configuration {\n  allow_origins = ["*"]\n}'],
  ["application.properties", "spring.web.cors.allowed-origins=*"],
  ["settings.py", "CORS_ALLOW_ALL_ORIGINS = True\n"],
  ["cors.rb", "Rails.application.config.middleware.insert_before 0, Rack::Cors do\nend"],
  ["cors.php", "<?php\nreturn ['paths' => ['api/*'], 'allowed_origins' => ['*']];"],
  ["Program.cs", "builder.Services.AddCors(o => o.AddDefaultPolicy(p => p.AllowAnyOrigin()));"],
  ["main.go", "package main\n\nfunc main() {}\n"],
  [".env", "ALLOWED_ORIGINS=*"],
  ["wrangler.jsonc", '{ // origins\n  "vars": {} }'],
  ["web.config", "<configuration></configuration>"],
];

/** The same as objects: their members are none of our options. */
const OBJECTS: readonly [name: string, content: string][] = [
  ["vercel.json", `{ "headers": [{ "source": "/(.*)", "headers": [] }] }`],
  ["firebase.json", `{ "hosting": { "headers": [] } }`],
  ["staticwebapp.config.json", `{ "globalHeaders": { "Access-Control-Allow-Origin": "*" } }`],
  ["cors.json", `{ "CORSRules": [{ "AllowedOrigins": ["*"], "AllowedMethods": ["GET"] }] }`],
  ["appsettings.json", `\ufeff{ "Cors": { "Origins": "*" } }`],
  ["next.config.mjs", `export default { async headers() { return []; } };`],
  ["nitro.config.ts", `export default { routeRules: { "/api/**": { cors: true } } };`],
  ["vite.config.js", `export default { server: { cors: { origin: "*" } } };`],
  ["strapi.js", `module.exports = { middlewares: ["strapi::cors"] };`],
];

describe("lint judges no configuration of another server", () => {
  it.each([...CONFIGURATIONS, ...OBJECTS])("%s", async (name, content) => {
    const read = lint(file(name, content));
    await expect(read).rejects.toThrow(UsageError);
    await expect(read).rejects.toThrow(
      name.endsWith(".json") || OBJECTS.some(([each]) => each === name)
        ? /none is an option of createCors\. lint reads the policy alone/
        : /is no module\. lint reads a policy of Crossgate/,
    );
  });

  it("does not run what is no module", async () => {
    const path = file("settings.py", "throw new Error('ran')");
    await expect(lint(path)).rejects.toThrow(/is no module/);
  });

  it.each([
    ["a list of rules", "cors.json", `[{ "AllowedOrigins": ["*"] }]`, /no default export/],
    ["JSON that is none", "cors.json", `{ "origin": `, /cannot load .*JSON/],
    ["a folder", "src/policy.js", "", /is a folder/],
    ["a response", "a.mjs", "export default () => new Response();", /exports a response/],
    [
      "a middleware",
      "b.mjs",
      "export default (request, response, next) => { response.setHeader('a', 'b'); next(); };",
      /takes 3 arguments, as a middleware does/,
    ],
    [
      "a function of the request",
      "c.mjs",
      "export default (c) => (c.req.path.startsWith('/a') ? {} : {});",
      /looks at the request, export corsByPath/,
    ],
    [
      "a function without a result",
      "d.mjs",
      "export default () => undefined;",
      /exports a function that gives no policy/,
    ],
    [
      "a policy under a name",
      "e.mjs",
      `export const corsOptions = { origin: "https://myapp.com" };`,
      /write export default corsOptions;/,
    ],
  ])("says what to do with %s", async (_, name, content, message) => {
    const path = file(name, content);
    const read = lint(name.includes("/") ? dirname(path) : path);
    await expect(read).rejects.toThrow(UsageError);
    await expect(read).rejects.toThrow(message);
  });

  it("says of an address that it is no module", async () => {
    await expect(lint("https://api.example.com/")).rejects.toThrow(/is no module.*crossgate audit/);
  });

  it("says of a function that calls back what it has to do here", async () => {
    const origin = `(origin, callback) => callback(null, origin === "https://myapp.com")`;
    const path = file("policy.mjs", `export default { origin: ${origin} };`);
    const { warnings } = await lint(path);
    expect(warnings[0]?.message).toContain("Here it returns true or false");
  });

  it("says that a file is UTF-16", async () => {
    const path = file("policy.mjs", Buffer.from("\ufeffexport default {};", "utf16le"));
    await expect(lint(path)).rejects.toThrow(/UTF-16/);
  });
});

const POLICY = `{ origin: "https://myapp.com", allowHeaders: [] }`;

describe("lint reads a policy as a compiler or a host has it", () => {
  it.each([
    ["JSON", "policy.json", `{ "origin": ["https://myapp.com"], "allowHeaders": [] }`],
    ["JSON behind a mark", "policy.json", `\ufeff{ "origin": "https://myapp.com" }`],
    [
      "CommonJS that a compiler wrote",
      "policy.cjs",
      `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.default = ${POLICY};`,
    ],
    ["CommonJS by hand", "policy.cjs", `module.exports = ${POLICY};`],
    ["a promise", "policy.mjs", `export default Promise.resolve(${POLICY});`],
    ["CRLF behind a mark", "policy.ts", `\ufeffexport default ${POLICY} as const;\r\n`],
  ])("%s", async (_, name, content) => {
    expect(await lint(file(name, content))).toMatchObject({ verdict: "clean" });
  });

  it.each([
    [
      "process.env",
      `export default { origin: process.env.CROSSGATE_ALLOWED.split(","), allowHeaders: [] };`,
    ],
    [
      "the env of cloudflare:workers",
      `import { env } from "cloudflare:workers";
export default { origin: env.CROSSGATE_ALLOWED.split(","), allowHeaders: [] };`,
    ],
  ])("variables of a file by %s", async (_, content) => {
    const path = file("policy.mjs", content);
    const env = join(dirname(path), ".env");
    writeFileSync(env, 'CROSSGATE_ALLOWED="https://myapp.com,https://b.example"\n');
    const { verdict, allows } = await lint(path, { env });
    expect(verdict).toBe("clean");
    expect(allows[0]).toContain("https://b.example");
  });
});

describe("lint asks", () => {
  it.each([
    ["localhost", `[/^https:\\/\\/myapp\\.com$/, /^https?:\\/\\/localhost(?::\\d+)?$/]`],
    ["localhost", `/^https?:\\/\\/(?:myapp\\.com|127\\.0\\.0\\.1:8080)$/`],
    ["http-origin", `/^https?:\\/\\/(?:[a-z-]+\\.)?myapp\\.com$/`],
    ["localhost", `(o) => o === "https://myapp.com" || /^http:\\/\\/localhost:\\d+$/.test(o)`],
    ["http-origin", `/^http:\\/\\/192\\.168\\.\\d{1,3}\\.\\d{1,3}(?::\\d+)?$/`],
    ["http-origin", `/^https?:\\/\\/10\\.0\\.\\d+\\.\\d+$/`],
    ["shared-hosting", `["https://*.nip.io"]`],
    ["allows-probe", `(o) => new RegExp("^https://app.myapp.com$").test(o)`],
    ["allows-probe", `(o) => /^https:\\/\\/app.myapp\\.com$/.test(o)`],
    ["function-unanswered", `(o, c) => c.var.tenant.origins.includes(o)`],
    ["function-unanswered", `() => new Promise(() => {})`],
    ["function-unanswered", `() => { throw new Error("no database") }`],
  ])("%s: %s", async (code, origin) => {
    const { warnings } = await lint(file("policy.mjs", `export default { origin: ${origin} };`));
    expect(warnings.map((warning) => warning.code)).toContain(code);
  });

  it.each([
    `(o, { env }) => o === env.APP`,
    `(o) => { if (o !== "https://myapp.com") throw new Error("denied"); return true; }`,
    `[/^https:\\/\\/(?:[a-z-]+\\.)?myapp\\.com$/]`,
    `[/^https:\\/\\/192\\.168\\.\\d{1,3}\\.\\d{1,3}(?::\\d+)?$/]`,
    `(o) => /^https:\\/\\/app\\.myapp\\.com$/.test(o)`,
  ])("nothing of %s", async (origin) => {
    const path = file("policy.mjs", `export default { origin: ${origin} };`);
    expect((await lint(path)).warnings).toEqual([]);
  });

  it("says nothing of http: where credentials keep it out", async () => {
    const options = `{ origin: /^https?:\\/\\/myapp\\.com$/, credentials: true, allowHeaders: [] }`;
    expect((await lint(file("policy.mjs", `export default ${options};`))).warnings).toEqual([]);
  });

  it("finds what a function compares with a variable of its env", async () => {
    const path = file(
      "policy.mjs",
      `export default { origin: (o, { env }) => o.endsWith(env.APP) };`,
    );
    const env = join(dirname(path), ".env");
    writeFileSync(env, "APP=myapp.com\n");
    const { warnings } = await lint(path, { env });
    expect(warnings.map(({ code }) => code)).toEqual(["allows-probe"]);
  });
});
