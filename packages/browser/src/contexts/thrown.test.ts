import { describe, expect, it } from "vitest";
import { createBrowser } from "../create-browser.ts";
import type { HostRequest } from "../host-types.ts";
import type { Page } from "../page.ts";

const own = "https://myapp.com";

function pageOf(body = ""): { readonly page: Page; readonly sent: HostRequest[] } {
  const sent: HostRequest[] = [];
  const browser = createBrowser({
    network(request) {
      sent.push(request);
      return new Response(body, { headers: { "content-type": "text/event-stream" } });
    },
  });
  return { page: browser.open(own), sent };
}

describe("what page.xhr throws as XMLHttpRequest does", () => {
  it.each(["TRACE", "track", "CONNECT"])("a SecurityError for the method %j", async (method) => {
    const { page } = pageOf();
    await expect(page.xhr(`${own}/`, { method })).rejects.toMatchObject({ name: "SecurityError" });
  });

  it.each(["", " GET", "GET ", "te(st)", "POST\0"])(
    "a SyntaxError for the method %j",
    async (method) => {
      const { page } = pageOf();
      await expect(page.xhr(`${own}/`, { method })).rejects.toMatchObject({ name: "SyntaxError" });
    },
  );

  it.each([
    ["", "a"],
    ["a b", "a"],
    ["(", "a"],
    ["x-a", "a\0"],
    ["x-a", "a\nb"],
  ])("a SyntaxError for the header %j: %j", async (name, value) => {
    const { page, sent } = pageOf();
    const headers = [[name, value]] as const;
    await expect(page.xhr(`${own}/`, { headers })).rejects.toMatchObject({ name: "SyntaxError" });
    expect(sent).toEqual([]);
  });

  it("a SyntaxError for what is no URL", async () => {
    const { page } = pageOf();
    await expect(page.xhr("http://::")).rejects.toMatchObject({ name: "SyntaxError" });
  });

  it("nothing for a user name and a password, which no server has asked for", async () => {
    const { page, sent } = pageOf();
    expect(await page.xhr("https://me:secret@myapp.com/")).toMatchObject({ event: "load" });
    expect(sent[0]?.url).toBe(`${own}/`);
    expect(sent[0]?.headers.get("authorization")).toBeNull();
  });

  it("nothing for headers that can be read once", async () => {
    const { page, sent } = pageOf();
    await page.xhr(`${own}/`, { headers: new Map([["x-a", "1"]]).entries() });
    expect(sent[0]?.headers.get("x-a")).toBe("1");
  });
});

describe("page.eventSource", () => {
  it("throws a SyntaxError for what is no URL", async () => {
    const { page } = pageOf();
    await expect(page.eventSource("http://::")).rejects.toMatchObject({ name: "SyntaxError" });
  });

  it.each([
    ["\ufeffdata: 1\n\n", ["1"]],
    ["\ufeff\ufeffdata: 1\n\ndata: 2\n\n", ["2"]],
  ])("drops one byte order mark in front of %j", async (body, data) => {
    const { page } = pageOf(body);
    const { messages } = await page.eventSource(`${own}/events`);
    expect(messages.map((message) => message.data)).toEqual(data);
  });
});

describe("a user name in the URL of another interface", () => {
  const url = "https://me:secret@myapp.com/a";
  const ways: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
    "an image": (page) => page.load("image", url),
    "an image with crossorigin": (page) => page.load("image", url, { crossorigin: "anonymous" }),
    "an event source": (page) => page.eventSource(url),
    "a beacon": (page) => page.beacon(url),
  };

  function pageIn(profile: "chromium" | "firefox"): { page: Page; urls: string[] } {
    const urls: string[] = [];
    const network = (request: HostRequest): Response => {
      urls.push(request.url);
      return new Response("");
    };
    return { page: createBrowser({ profile, network }).open(own), urls };
  }

  it.each(Object.entries(ways))("does not leave the browser with %s in Firefox", async (_, way) => {
    const { page, urls } = pageIn("firefox");
    await way(page);
    expect(urls).toEqual([`${own}/a`]);
  });

  it("loads in Chromium with crossorigin alone", async () => {
    const { page, urls } = pageIn("chromium");
    await ways["an image with crossorigin"]?.(page);
    expect(urls).toEqual([`${own}/a`]);
    await expect(page.load("image", url)).rejects.toThrow(TypeError);
    await expect(page.eventSource(url)).rejects.toThrow(TypeError);
    expect(await page.beacon(url)).toBe(false);
    expect(urls).toHaveLength(1);
  });
});

it.each([{ priority: "urgent" }, { window: "https://myapp.com" }])(
  "page.fetch refuses %j",
  async (init) => {
    const { page, sent } = pageOf();
    await expect(page.fetch(`${own}/`, init)).rejects.toThrow(TypeError);
    expect(sent).toEqual([]);
  },
);

it.each([
  ["https://api.myapp.com/", "same-site"],
  ["https://api.myapp.com./", "cross-site"],
  ["https://myapp.com./", "cross-site"],
])("%s is %s, whatever a list of suffixes makes of a dot", async (url, site) => {
  let seen: string | null = null;
  const browser = createBrowser({
    registrableDomain: (host) => host.replace(/\.$/, "").split(".").slice(-2).join("."),
    network({ headers }) {
      seen = headers.get("sec-fetch-site");
      return new Response();
    },
  });
  await browser.open(own).fetch(url, { mode: "no-cors" });
  expect(seen).toBe(site);
});
