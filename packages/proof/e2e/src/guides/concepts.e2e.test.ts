import { createBrowser, type PageRequestInit } from "@crossgate/browser";
import { createCors } from "@crossgate/core";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { exchangeText } from "./exchange-text.ts";

const page = readFileSync(new URL("../../../../../docs/concepts.md", import.meta.url), "utf8");

const cors = createCors({
  origin: ["https://myapp.com", "https://admin.myapp.com"],
  allowMethods: ["GET", "PUT"],
  allowHeaders: ["content-type"],
  credentials: true,
  maxAge: 7200,
});
const gated = cors.wrap(() => Response.json({ data: "hello world" }));
const wildcard = (): Response =>
  Response.json({}, { headers: { "access-control-allow-origin": "*" } });

interface Scene {
  readonly section: string;
  readonly origin: string;
  readonly init?: PageRequestInit;
  readonly network?: () => Response;
  /** For each exchange what the browser concluded: the kind, or the code of the failure. */
  readonly concluded: readonly string[];
}

const PUT_JSON = {
  method: "PUT",
  headers: { "content-type": "application/json" },
  body: "{}",
};

/** In the order of the page; each gives one block for each exchange. */
const SCENES: readonly Scene[] = [
  { section: "Simple", origin: "https://myapp.com", concluded: ["allowed"] },
  {
    section: "Preflighted",
    origin: "https://myapp.com",
    init: PUT_JSON,
    concluded: ["allowed", "allowed"],
  },
  {
    section: "Credentialed",
    origin: "https://myapp.com",
    init: { credentials: "include" },
    network: wildcard,
    concluded: ["acao-wildcard-credentials"],
  },
  { section: "Denied", origin: "https://evil.example", concluded: ["acao-missing"] },
  {
    section: "Denied",
    origin: "https://evil.example",
    init: { method: "PUT" },
    concluded: ["acao-missing"],
  },
];

describe("docs/concepts.md", () => {
  const shown: string[] = [];

  it.each(SCENES)("$section: $concluded", async ({ section, network, concluded, ...scene }) => {
    const opened = createBrowser({ network: network ?? gated }).open(scene.origin);
    await Promise.allSettled([opened.fetch("https://api.example.com/data", scene.init)]);
    expect(
      opened.exchanges.map(({ conclusion }) =>
        conclusion.kind === "blocked" ? conclusion.failure.code : conclusion.kind,
      ),
    ).toEqual(concluded);
    const texts = opened.exchanges.map(exchangeText);
    shown.push(...texts);
    for (const text of texts) expect(sectionOf(section)).toContain(`\`\`\`http\n${text}\n\`\`\``);
  });

  it("shows these exchanges, in this order, and no others", () => {
    expect([...page.matchAll(/```http\n(.*?)\n```/gs)].map(([, text]) => text)).toEqual(shown);
  });
});

function sectionOf(heading: string): string {
  const [, section = ""] = page.split(`\n## ${heading}\n`);
  return section.split("\n## ")[0] ?? "";
}
