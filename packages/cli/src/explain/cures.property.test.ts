import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cure } from "../cures/cure.ts";
import { products } from "../cures/products/index.ts";
import { type Invented, inventedWire } from "../../test/invented-wire.ts";
import type { HeaderLine } from "../network/message.ts";
import { renderExplain } from "./render.ts";
import { explainOver } from "./explain.ts";
import picocolors from "picocolors";
import { printableJson } from "../terminal/printable.ts";
import type { ExplainReport, Question } from "./report.ts";
import { readScene } from "./scene.ts";

const terminal = { colors: picocolors.createColors(false), columns: 80, isInteractive: false };
const page = "https://app.example.com";
const url = "https://api.example.com/data";

const line = (name: string, ...values: readonly string[]): fc.Arbitrary<readonly HeaderLine[]> =>
  fc.oneof(
    fc.constant([]),
    fc.constantFrom(...values).map((value): readonly HeaderLine[] => [[name, value]]),
    fc.constantFrom(...values).map((value): readonly HeaderLine[] => [
      [name, value],
      [name, value],
    ]),
  );

const invented: fc.Arbitrary<Invented> = fc.record({
  status: fc.constantFrom(200, 200, 204, 301, 302, 400, 401, 403, 404, 405, 413, 429, 500, 502),
  body: fc.constantFrom("data", "<title>Sign in</title><input type=password>", '{"error":"no"}'),
  lines: fc
    .tuple(
      line(
        "access-control-allow-origin",
        page,
        "*",
        "null",
        "https://other.example",
        `${page}, null`,
        `${page}/`,
        "https://*.example.com",
        "http://x\u009b",
        "file://",
      ),
      line("access-control-allow-credentials", "true", "True"),
      line("access-control-allow-methods", "GET, POST", "*", "PUT,DELETE", "null", "[PUT]"),
      line("access-control-allow-headers", "*", "content-type, authorization", "x y"),
      line("location", "/login", `${url}/`, "https://sso.example.org/authorize"),
      line("vary", "Origin"),
      line("server", "nginx", "Apache", "uvicorn", "Werkzeug/2", "AmazonS3", "Kestrel"),
      line("set-cookie", "sid=topsecret; Path=/", "sid=topsecret; SameSite=None; Secure"),
    )
    .map((groups) => groups.flat()),
});

const question: fc.Arbitrary<Question> = fc.record(
  {
    url: fc.constantFrom(url, `${url}?access_token=topsecret`),
    origin: fc.constantFrom(page, "null", "file:///index.html", "http://localhost:3000"),
    method: fc.constantFrom("GET", "PUT", "patch", "DELETE"),
    credentials: fc.constantFrom<RequestCredentials>("include", "omit", "same-origin"),
    headers: fc.constantFrom<NonNullable<Question["headers"]>>(
      [["authorization", "Bearer topsecret"]],
      [["x-api-key", "topsecret"]],
      [["access-control-allow-origin", "*"]],
      [],
    ),
    server: fc.constantFrom(undefined, ...products.map(({ name }) => name)),
    notMine: fc.boolean(),
    keepalive: fc.boolean(),
    isSchemeless: fc.boolean(),
    as: fc.constantFrom("fetch", "xhr", "image", "script", "eventsource"),
  },
  { requiredKeys: ["url", "origin"] },
);

const report = fc
  .tuple(question, fc.array(invented, { minLength: 1, maxLength: 4 }))
  .map(([asked, answers]) => ({ asked, answers }));

async function explained({
  asked,
  answers,
}: {
  readonly asked: Question;
  readonly answers: readonly Invented[];
}): Promise<ExplainReport> {
  return explainOver(asked, readScene(asked), inventedWire(answers), inventedWire(answers));
}

/** Ways to allow every origin that asks, in the words of the products. */
const reflections =
  /origin: true|AllowAnyOrigin\(\)[^]*AllowCredentials\(\)|SetIsOriginAllowed|setAllowedOriginPatterns|allow_origin_regex|echo|Origin \$http_origin|AllowOriginFunc|CORS_ORIGIN="true"|OLLAMA_ORIGINS="\*|CORS_ALLOW_ALL_ORIGINS = True[^]*ALLOW_CREDENTIALS = True/;

/** The origins that a cure names beside `*`. */
function problemOf({ audience, snippet = "", where }: Cure): string | undefined {
  const text = `${where}\n${snippet}`;
  if (/["'\s=>]null["'\s,;<]|Allow-Origin:? ["']?null/.test(text)) return "allows null";
  if (audience === "page") return undefined;
  if (reflections.test(text)) return "repeats whoever asks";
  const isCredentialed =
    /credentials["'>]*(?::|=| =>)? ?["']?(?:true|:true)|Allow-Credentials["',: ]+true|AllowCredentials\(\)|credentials=True/i.test(
      text,
    );
  const isNamed = /https?:[\\/]+(?:app|other)\\?\.example|localhost:3000/.test(snippet);
  return isCredentialed && !isNamed
    ? "gives credentials to an origin that no one named"
    : undefined;
}

describe("whatever a server answers", () => {
  it("no cure allows null, repeats the origin that asks, or gives credentials to the unnamed", async () => {
    await fc.assert(
      fc.asyncProperty(report, async (given) => {
        const { cures } = await explained(given);
        expect(cures.flatMap((cure) => problemOf(cure) ?? [])).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it("nothing that is printed to do says so either, short, whole or for guests", async () => {
    const details = [{}, { all: true }];
    let told = 0;
    await fc.assert(
      fc.asyncProperty(report, fc.constantFrom(...details), async (given, detail) => {
        const printed = renderExplain(await explained(given), terminal, detail);
        const [, advice = ""] =
          /^WHAT TO DO\n([^]*?)(?=^(?:STORY|NO BROWSER REPORTS)|$(?![^]))/m.exec(printed) ?? [];
        told += advice === "" ? 0 : 1;
        const cure = { audience: "server", where: advice, snippet: advice } as Cure;
        expect(problemOf(cure)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
    expect(told).toBeGreaterThan(250);
  });

  it("a cause has a headline, a way out, and no placeholder left in it", async () => {
    await fc.assert(
      fc.asyncProperty(report, async (given) => {
        const { cause, cures, verdict } = await explained(given);
        expect(verdict === "readable").toBe(cause === null);
        const texts = cause
          ? [cause.headline, cause.explanation, cause.fix, ...cures.map(({ where }) => where)]
          : [];
        expect(texts.filter((text) => /\{[a-z]+\}|undefined/.test(text))).toEqual([]);
        expect(cause === null || cures.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("no secret and no unseen character is printed", async () => {
    await fc.assert(
      fc.asyncProperty(report, async (given) => {
        const said = await explained(given);
        const outputs = [
          printableJson(said),
          renderExplain(said, terminal),
          renderExplain(said, terminal, { all: true }),
        ];
        for (const output of outputs) {
          expect(output).not.toContain("topsecret");
          expect(output).not.toMatch(/ $|\n\n\n/m);
          expect(output.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        }
      }),
      { numRuns: 500 },
    );
  });
});
