import { createHash, X509Certificate } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createSecureServer } from "node:https";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { fileURLToPath } from "node:url";
import type { Question } from "crossgate";
import { launchChromium } from "@crossgate/testkit/chromium";
import type { Browser, Page } from "puppeteer-core";
import { portOf, runListener } from "../run.ts";
import type { Running } from "../subject.ts";

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../../cli/fixtures/${name}`, import.meta.url));

/** A certificate for localhost, which this Chromium and `explain` trust here. */
export const certificate = {
  certFile: fixture("localhost.crt"),
  keyFile: fixture("localhost.key"),
  cert: readFileSync(fixture("localhost.crt"), "utf8"),
  key: readFileSync(fixture("localhost.key"), "utf8"),
};

/** Where the page of a report may come from, and the browser that opens it. */
export interface Site {
  readonly browser: Browser;
  /** A page of this machine. */
  readonly origin: string;
  /** Pages that Chromium takes for ones of the internet, with TLS and without. */
  readonly secure: string;
  readonly plain: string;
  /** A page that is open there. */
  readonly open: (url: string) => Promise<Page>;
  readonly stop: () => Promise<void>;
}

export async function openSite(): Promise<Site> {
  setDefaultCACertificates([...getCACertificates("default"), certificate.cert]);
  const page: RequestListener = (_, response) => {
    response.setHeader("content-type", "text/html");
    response.end("<!doctype html><title>page</title>");
  };
  const [local, plain, secure] = await Promise.all([
    runListener(page),
    runListener(page),
    runSecure(page),
  ]);
  const key = new X509Certificate(certificate.cert).publicKey.export({
    type: "spki",
    format: "der",
  });
  const profile = mkdtempSync(join(tmpdir(), "crossgate-profile-"));
  mkdirSync(join(profile, "Default"));
  // Debian's Chromium keeps no third-party cookies unless it is told to.
  const preferences = { profile: { cookie_controls_mode: 0 } };
  writeFileSync(join(profile, "Default/Preferences"), JSON.stringify(preferences));
  const browser = await launchChromium(
    `--user-data-dir=${profile}`,
    `--ignore-certificate-errors-spki-list=${createHash("sha256").update(key).digest("base64")}`,
    "--host-resolver-rules=MAP *.test 127.0.0.1",
    `--ip-address-space-overrides=127.0.0.1:${plain.port}=public,127.0.0.1:${secure.port}=public`,
  );
  return {
    browser,
    origin: `http://localhost:${local.port}`,
    plain: `http://app.test:${plain.port}`,
    secure: `https://app.test:${secure.port}`,
    async open(url) {
      const opened = await browser.newPage();
      await opened.goto(url);
      return opened;
    },
    async stop() {
      await browser.close();
      await Promise.all([local, plain, secure].map(({ stop }) => stop()));
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** The same over TLS. */
export function runSecure(
  listener: RequestListener,
  { cert, key }: { readonly cert: string; readonly key: string } = certificate,
): Promise<Running> {
  const server = createSecureServer({ cert, key }, listener);
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      resolve({
        port: portOf(server),
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** What a script of the page sees of a request. */
export function fetchIn(page: Page, question: Question): Promise<string> {
  const { url, method, headers = [], body, credentials, mode } = question;
  const init = {
    headers: headers.map(([name, value]): [string, string] => [name, value]),
    ...(method === undefined ? {} : { method }),
    ...(typeof body === "string" ? { body } : {}),
    ...(credentials === undefined ? {} : { credentials }),
    ...(mode === undefined ? {} : { mode }),
  };
  return page.evaluate(
    (target, options) =>
      fetch(target, options).then(
        ({ type }) => (type === "opaque" ? "closed" : "readable"),
        () => "blocked",
      ),
    url,
    init,
  );
}
