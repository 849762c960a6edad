import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Page } from "puppeteer-core";
import { runProgram } from "../run.ts";
import type { Running } from "../subject.ts";
import { type Report, snippetOf } from "./report.ts";
import { fetchIn } from "./site.ts";

/** Storage with its own CORS configuration. */
export const inBuckets: readonly Report[] = [
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
];

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
