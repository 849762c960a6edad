import { hasChromium } from "@crossgate/testkit/chromium";
import { hasFirefox } from "@crossgate/testkit/firefox";
import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { explainRecording } from "../src/explain/recording.ts";
import {
  crossOriginEntries,
  type Given,
  givenOfEntry,
  parseHar,
  readGiven,
} from "../src/given/index.ts";
import { explain, type Question } from "../src/index.ts";
import { openChromiumDevTools } from "./devtools/chromium.ts";
import { openFirefoxDevTools } from "./devtools/firefox.ts";
import type { DevTools, Recorded } from "./devtools/recorded.ts";
import { type Running, runListener } from "./running.ts";

/** A request of a page, and why it is blocked. */
interface Doing {
  readonly path: string;
  readonly init: string;
  readonly method: string;
  /** Headers that the script set, as they are copied. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cause: string;
}

const json = { "content-type": "application/json" };
const doings: readonly Doing[] = [
  { path: "/missing?a=1&b=2", init: "{}", method: "GET", headers: {}, cause: "acao-missing" },
  {
    path: "/unrouted",
    init: `{ method: "PUT", headers: { "x-trace": "it's 50%" }, body: "a\\n'b' \\"c\\" $d \\u00e9" }`,
    method: "PUT",
    headers: { "x-trace": "it's 50%" },
    cause: "options-unrouted",
  },
  {
    path: "/cookies",
    init: `{ credentials: "include" }`,
    method: "GET",
    headers: {},
    cause: "acao-wildcard-credentials",
  },
  {
    path: "/unlisted",
    init: `{ method: "POST", headers: { "content-type": "application/json" }, body: '{"a":"it\\'s"}' }`,
    method: "POST",
    headers: json,
    cause: "header-not-allowed",
  },
  {
    path: "/failed",
    init: `{ method: "POST", headers: { "content-type": "application/json" }, body: "{}" }`,
    method: "POST",
    headers: json,
    cause: "handler-failed",
  },
  { path: "/private", init: "{}", method: "GET", headers: {}, cause: "redirect-login" },
];

function serve({ url = "", method, headers }: IncomingMessage, response: ServerResponse): void {
  const { origin = "*" } = headers;
  const permit = (): void => void response.setHeader("access-control-allow-origin", origin);
  if (url === "/unrouted" && method === "OPTIONS") response.statusCode = 404;
  if (url === "/cookies") response.setHeader("access-control-allow-origin", "*");
  if (url === "/unlisted") permit();
  if (url === "/failed" && method === "OPTIONS") {
    permit();
    response.setHeader("access-control-allow-headers", "content-type");
  } else if (url === "/failed") response.statusCode = 500;
  if (url === "/private") response.writeHead(302, { location: "/login" });
  response.end("data");
}

/** What a page asks for with CORS beside a script's own requests. */
function elements(base: string): string {
  return `(async () => {
    const image = new Image();
    image.crossOrigin = "anonymous";
    image.src = "${base}/image";
    const script = document.createElement("script");
    script.crossOrigin = "anonymous";
    script.src = "${base}/script";
    document.head.append(script);
    await new FontFace("x", "url(${base}/font)").load().catch(() => {});
    new EventSource("${base}/stream");
  })()`;
}

const browsers = [
  { name: "Chromium", isThere: hasChromium, open: openChromiumDevTools },
  { name: "Firefox", isThere: hasFirefox, open: openFirefoxDevTools },
];

describe.each(browsers)("what $name's own tools copy and export", ({ isThere, open }) => {
  let site: Running;
  let api: Running;
  let tools: DevTools | undefined;
  let recorded: Recorded;
  let page: string;

  beforeAll(async () => {
    if (!isThere()) return;
    site = await runListener((_, response) => {
      // Ports share cookies.
      response.setHeader("set-cookie", "sid=secret");
      response.setHeader("content-type", "text/html");
      response.end("<!doctype html><title>page</title>");
    });
    api = await runListener(serve);
    page = `http://127.0.0.1:${site.port}`;
    tools = await open(page);
    const calls = doings.map(
      ({ path, init }) => `await fetch(${JSON.stringify(urlOf(path))}, ${init}).catch(() => {});`,
    );
    recorded = await tools.record(`(async () => { ${calls.join("\n")} })()`);
  });

  afterAll(async () => {
    await tools?.close();
    await site?.stop();
    await api?.stop();
  });

  function urlOf(path: string): string {
    return `http://127.0.0.1:${api.port}${path}`;
  }

  function doingOf(url: string | undefined): Doing {
    const doing = doings.find(({ path }) => urlOf(path) === url);
    if (!doing) throw new Error(`nothing asked for ${url}`);
    return doing;
  }

  it.skipIf(!isThere())("the console's lines are understood as they are", async () => {
    expect(recorded.lines.length).toBeGreaterThanOrEqual(doings.length);
    const asked = new Set<string>();
    const told = recorded.lines.map((line) => ({ line, given: readGiven(line) }));
    expect(told.filter(({ given }) => given?.kind !== "console")).toEqual([]);
    // Behind the line about a preflight Firefox says once more that nothing came of it.
    const echoes = told.filter(({ given }) => given?.said === "network-error");
    for (const { given } of echoes) expect(given?.notes.join()).toContain("names the reason");
    for (const { line, given } of told.filter((one) => !echoes.includes(one))) {
      const { path, cause } = doingOf(
        given?.url === urlOf("/login") ? urlOf("/private") : given?.url,
      );
      asked.add(path);
      const report = await explain({ origin: page, ...questionOf(given), sendUnsafe: false });
      expect([line, report.cause?.code]).toEqual([line, cause]);
    }
    expect([...asked].toSorted()).toEqual(doings.map(({ path }) => path).toSorted());
  });

  it.skipIf(!isThere())("every entry of the menu is understood as it is", async () => {
    const own = recorded.copies.filter(({ url, method }) => {
      const doing = doings.find(({ path }) => urlOf(path) === url);
      return doing?.method === method;
    });
    const kinds = new Set(own.map(({ as }) => as));
    expect(own.length).toBe(kinds.size * doings.length);
    for (const { as, url, text } of own) {
      const { method, headers, cause } = doingOf(url);
      const given = readGiven(text);
      const label = `${as}\n${text}`;
      expect([label, given?.url, given?.method ?? "GET"]).toEqual([label, url, method]);
      expect([label, readPage(given)]).toEqual([label, page]);
      expect([label, ownHeaders(given)]).toEqual([label, headers]);
      const report = await explain(questionOf(given));
      expect([label, report.cause?.code]).toEqual([label, cause]);
    }
  });

  it.skipIf(!isThere())("the recording is checked as it is, without sending anything", async () => {
    const har = parseHar(recorded.har);
    const choices = har ? crossOriginEntries(har) : [];
    for (const { path, method, cause } of doings) {
      const choice = choices.find((one) => one.url === urlOf(path) && one.method === method);
      const entry = har?.entries[(choice?.number ?? 0) - 1];
      if (!har || !choice || !entry) throw new Error(`${path} is not in the recording`);
      const question = questionOf(givenOfEntry(entry, har));
      expect(question.origin).toBe(page);
      const report = await explainRecording(question, { recording: har, number: choice.number });
      expect([path, report.cause?.code]).toEqual([path, cause]);
    }
  });

  it.skipIf(!isThere())(
    "a second recording, of what elements ask for, is checked too",
    async () => {
      const { har: text } = (await tools?.record(elements(urlOf("")))) ?? { har: "" };
      const har = parseHar(text);
      const choices = har ? crossOriginEntries(har) : [];
      for (const path of ["/image", "/script", "/font", "/stream"]) {
        const choice = choices.find(({ url }) => url === urlOf(path));
        const entry = har?.entries[(choice?.number ?? 0) - 1];
        if (!har || !choice || !entry) throw new Error(`${path} is not in the recording`);
        const question = questionOf(givenOfEntry(entry, har));
        const report = await explainRecording(
          { ...question, crossorigin: "anonymous" },
          { recording: har, number: choice.number },
        );
        expect([path, report.cause?.code]).toEqual([path, "acao-missing"]);
      }
    },
  );

  function questionOf(given: Given | undefined): Question {
    if (given?.url === undefined) throw new Error("the text names no address");
    const { kind, isPartial: _, said: __, ...asked } = given;
    return { ...asked, url: given.url, given: kind };
  }

  function readPage(given: Given | undefined): string | undefined {
    return given?.origin === undefined ? undefined : new URL(given.origin).origin;
  }

  /** Without the type of a text, which browsers set by themselves. */
  function ownHeaders(given: Given | undefined): Readonly<Record<string, string>> {
    const lines = (given?.headers ?? []).filter(([, value]) => !value.startsWith("text/plain"));
    return Object.fromEntries(lines.map(([name, value]) => [name.toLowerCase(), value]));
  }
});
