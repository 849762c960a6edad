import { describe, expect, test } from "vitest";
import type { CorsConfigError } from "../config-error.ts";
import { createCors } from "../cors.ts";
import { isOrigin } from "../fetch/origin.ts";
import { strangers } from "./strangers.ts";

/** What one expression may name of an author's own. */
const MANY = Array.from({ length: 30 }, (_, index) => `shop-${index}\\.(?:com|net)`);

/** Expressions that fit names which anyone may register. */
const WIDE: readonly RegExp[] = [
  /^.*$/,
  /^.+$/,
  /^[^]+$/,
  /^https:\/\/.*$/,
  /^https?:\/\/[^/]+$/,
  /^https:\/\/.{1,50}$/,
  /^[a-z]+:\/\/.*$/,
  /^https:\/\/.*:\d+$/,
  /^https:\/\/.*:\d{2}$/,
  /^https:\/\/.*:\d{3}$/,
  /^https:\/\/.*:\d{5}$/,
  /^https:\/\/.*:3000$/,
  /^https:\/\/[\w.-]+\.[a-z]{2,6}$/,
  /^https:\/\/[\w.-]+\.[a-z]{2}$/,
  /^https:\/\/[\w.-]+\.[a-z]{3}$/,
  /^https:\/\/[\w.-]+\.[a-z]{6}$/,
  /^https:\/\/[\w.-]+\.[a-z]{7}$/,
  /^https:\/\/\w+\.\w+$/,
  /^https:\/\/[a-z0-9.-]+$/i,
  /^HTTPS:\/\/[A-Z]+\.COM$/i,
  /^https:\/\/[^.]+\.[^.]+$/,
  /^https:\/\/[^.]+\.[^.]+\.[^.]+$/,
  /^https:\/\/[^.]+\.[^.]+\.[^.]+\.[^.]+$/,
  /^https:\/\/(?:[a-z]+\.){3}[a-z]{2}$/,
  /^https:\/\/\d+\.com$/,
  /^https:\/\/[a-z]+\d\.com$/,
  /^https:\/\/[a-z]{3,}-[a-z]{2,}\.de$/,
  /^https:\/\/.*\.(com|net|org)$/,
  /^https:\/\/.*\.app$/,
  /^https:\/\/[^/]+\.dev(:\d+)?$/,
  /^https:\/\/[a-z]+\.museum$/,
  /^https:\/\/.*\.localhosts$/,
  /^https:\/\/.*\.xn--p1ai$/,
  /^https:\/\/[a-z]+\.co\.uk$/,
  /^https:\/\/www\.[a-z]+\.com$/,
  /^https:\/\/(?:www|api)\.[a-z]+\.(?:io|dev)$/,
  /^https:\/\/\d+(\.\d+){3}$/,
  /^https:\/\/(?!crossgate).*$/,
  /^https:\/\/(?!.*(evil|attacker|example|invalid|test)).*$/,
  /^https:\/\/(?!.*\.(com|net|org|io)$).*$/,
  /^https:\/\/(?![a-m]).*$/,
  /^https:\/\/(?![n-z]).*$/,
  /^(?!https?:).*$/,
  /^capacitor:\/\/.*$/,
  /^(?:app|tauri):\/\/[a-z]+$/,
  /^chrome-extension:\/\/[a-p]{32}$/,
  /^moz-extension:\/\/[0-9a-f-]{36}$/,
  // Near the author's own names, as an attacker would be.
  /^https:\/\/.*myapp\.com$/,
  /^https:\/\/[a-z-]*myapp\.com$/,
  /^https:\/\/.*myapp[.]com$/,
  /^https:\/\/.*myapp\.com:\d+$/,
  /^https:\/\/myapp\..*$/,
  /^https:\/\/myapp\.com.*$/,
  /^https:\/\/(?:www\.)?myapp\.com.*$/,
  /^https:\/\/myapp-[a-z]+\.(?:com|net)$/,
  /^https:\/\/[a-z]+-myapp\.com$/,
  /^https:\/\/.*myapp.*$/,
  /^https:\/\/localhost.*$/,
  /^https:\/\/.*my-?app.*\.com$/,
  /^https:\/\/(?:.*-)?colou?rs\.com$/,
  // The author's own name, under any suffix.
  /^https:\/\/myapp\.[a-z]+$/,
  /^https:\/\/myapp\.[a-z]{2}$/,
  /^https:\/\/(?:.+\.)?myapp\.(?:com|de|[a-z]{2,3})$/,
  /^https:\/\/www\.myapp\.[a-z.]+$/,
  /^https:\/\/www\.myapp\.[a-z]{2,3}$/,
  /^https:\/\/(?:www|shop)\.myapp\.[a-z]+$/,
  /^https:\/\/[a-z-]+\.myapp\.[a-z.]+$/,
  /^https:\/\/.+\.myapp\..+$/,
  /^https:\/\/[a-z]{2}\.myapp\.[a-z]{2,3}$/,
  /^https:\/\/[^.]+\.(?:api|app)\.[^.]+\.[a-z]+$/,
  /^https:\/\/.*\.(?:dev|staging)\..*$/,
  /^https:\/\/[a-z]+\.myapp\.co\.[a-z]{2}$/,
  // A suffix that is a part of the author's name.
  /^https:\/\/mycompany\.[a-z]{3}$/,
  /^https:\/\/portfolio\.[a-z]{2}$/,
  // One letter in front, letters that are hexadecimal digits, and a word's boundary.
  /^https:\/\/.?myapp\.com$/,
  /^https:\/\/(?:www)?.?myapp\.com$/,
  /^https:\/\/\w?myapp\.com$/,
  /^https:\/\/[a-f0-9]+-myapp\.com$/,
  /^https:\/\/[a-f0-9]*myapp\.com$/,
  /^https:\/\/myapp-[a-f0-9]+\.(?:com|net)$/,
  /^https:\/\/myapp[a-f0-9]*\.com$/,
  /^https:\/\/.*\bmyapp\.com$/,
  /^https:\/\/[\w-]+\bmyapp\.com$/,
  /^https:\/\/.*\bmyapp\b.*$/,
  // Names of one length, and addresses.
  /^https:\/\/[a-z]{5}\.com$/,
  /^https:\/\/[a-z]{8}\.dev$/,
  /^https:\/\/[a-z0-9]{12}\.net$/,
  /^https:\/\/[a-f0-9]{16}\.app$/,
  /^https:\/\/[a-z]{20,}\.[a-z]{2}$/,
  /^https:\/\/\[[\da-f:]+\]$/,
  /^https:\/\/[^.]+$/,
  // One open part among many that are the author's own.
  ...["[^/]+\\.app", "[^/]+:3000", "[^/]*fifth\\.org", "fifth\\.[a-z]+", "[a-z]{8}\\.dev"].map(
    (open) => new RegExp(`^https:\\/\\/(?:${MANY.join("|")}|${open})$`),
  ),
];

/** Expressions that name the author's own domain, machine or place on a host. */
const HONEST: readonly RegExp[] = [
  /^https:\/\/myapp\.com$/,
  /^https:\/\/(?:www\.)?myapp\.com$/,
  /^https:\/\/[a-z0-9-]+\.myapp\.com$/,
  /^https:\/\/.*\.myapp\.com$/,
  /^https:\/\/.+[.]myapp[.]com$/,
  /^https:\/\/[a-z-]*app\.myapp\.com$/,
  /^https:\/\/(?:[a-z0-9-]+\.)?myapp\.(?:com|io)(?::\d+)?$/,
  /^https:\/\/myapp\.(com|net|org)$/,
  /^https:\/\/(?:.+\.)?myapp\.(?:com|info|co\.uk|travel)$/,
  /^https:\/\/(?:www\.)?colou?rs\.(?:com|io)$/,
  /^https:\/\/[a-f0-9]{8}\.myapp\.pages\.dev$/,
  /^https:\/\/[a-z]+\.myapp\.(?:com|net|org|de|fr)$/,
  /^https:\/\/(?:www|shop)\.mycompany\.(?:com|io|co\.uk)$/,
  /^https:\/\/.+\.(?:eu|us)\.myapp\.com$/,
  /^https:\/\/\w+\.corp\.internal$/,
  new RegExp(`^https:\\/\\/(?:${MANY.join("|")})$`),
  /^https:\/\/(?:[\w-]+\.)*example\.co\.uk$/,
  /^https:\/\/myapp-[a-z0-9-]+\.vercel\.app$/,
  /^https:\/\/app-[a-z0-9-]+-team\.vercel\.app$/,
  /^https:\/\/deploy-preview-\d+--myapp\.netlify\.app$/,
  /^https:\/\/pr-\d+\.myapp\.pages\.dev$/,
  /^https:\/\/[a-z]{2}\.wikipedia\.org$/,
  /^https:\/\/(?:dev|staging|prod)-?\d*\.corp\.example$/,
  /^https:\/\/localhost:\d+$/,
  /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/,
  /^https:\/\/[a-z]+\.localhost:\d+$/,
  /^https:\/\/192\.168\.\d+\.\d+$/,
  /^capacitor:\/\/localhost$/,
  /^chrome-extension:\/\/abcdefghijklmnopabcdefghijklmnop$/,
  // Plain HTTP beyond this machine is denied at run time, so no stranger gets in (P6).
  /^http:\/\/127\.[^:]+$/,
  /^http:\/\/localhost.*$/,
];

/** Whose time doubles, or more, with each letter that does not fit: more than a start can wait. */
const NESTED: readonly RegExp[] = [
  "myapp",
  "mycompanyproduct",
  "a-rather-long-name-of-a-product",
].flatMap((name) =>
  [
    "([a-z-]+)+",
    "([a-z.-]+)+",
    "([a-z.-]+?)+",
    "([a-z.-]*)*",
    "([a-z.-]{1,})+",
    "([a-z.-]+){2,}",
    "([a-z0-9-]+\\.?)+",
    "(\\w+-?)+",
    "(([a-z0-9-]+)+\\.)+",
    "(([a-z.-]+)+)+",
    "(([a-z.-]*)*)*",
    "((([a-z.-]+)+)+)+",
  ].map((part) => new RegExp(`^https:\\/\\/${part}\\.${name}\\.com$`)),
);

describe("P5: with credentials, no expression that strangers fit", () => {
  test.each(WIDE)("%s is refused, with a stranger that fits it", (origin) => {
    expect(() => createCors({ origin })).not.toThrow();
    for (const policy of [{ origin }, { origin: "https://a.example", selfOrigins: [origin] }]) {
      let thrown: unknown;
      try {
        createCors({ ...policy, credentials: true } as never);
      } catch (error) {
        thrown = error;
      }
      const [issue] = (thrown as CorsConfigError).issues;
      expect(issue?.code).toBe("incompatible");
      const [, stranger = ""] = /strangers' "(.*?)"/.exec(issue?.message ?? "") ?? [];
      expect(stranger).toMatch(new RegExp(origin.source, origin.flags));
      expect(isOrigin(stranger)).toBe(true);
    }
  });

  test.each(HONEST)("%s is accepted", (origin) => {
    expect(() => createCors({ origin, credentials: true })).not.toThrow();
  });

  test("with dangerouslyAllowInsecureOrigins, strangers of plain HTTP count too", () => {
    const dangerous = { credentials: true, dangerouslyAllowInsecureOrigins: true } as const;
    expect(() => createCors({ origin: /^http:\/\/.*$/, ...dangerous })).toThrow(/incompatible/);
    expect(() => createCors({ origin: /^http:\/\/192\.168\.0\.\d+$/, ...dangerous })).not.toThrow();
  });

  test.each(NESTED)("%s is tried on short names alone, and accepted", (origin) => {
    const tried = [...strangers(origin.source)];
    expect(tried.length).toBeLessThan(1000);
    // Its time doubles with each character: twice the length would take years.
    expect(tried.filter(({ length }) => length >= 20)).toEqual([]);
    expect(() => createCors({ origin, credentials: true })).not.toThrow();
  });

  test.each([/^https:\/\/([a-z.-]+)+$/, /^https:\/\/(([\w.-]*)*)*$/, /^https:\/\/([^.]+\.?)+$/])(
    "%s is refused all the more",
    (origin) => {
      expect(() => createCors({ origin, credentials: true })).toThrow("strangers'");
    },
  );
});

describe("P5: the strangers", () => {
  const all = [...strangers(String.raw`^https:\/\/(?:www\.)?myapp\.com:3000$`)];
  const hosts = all.map((origin) => origin.replace(/^.*?:\/\/|:\d+$/g, ""));

  test("are the same each time", () => {
    expect([...strangers("myapp\\.com")]).toEqual([...strangers("myapp\\.com")]);
  });

  test("are well-formed, without words that make no name", () => {
    expect([...strangers("")].filter((origin) => !isOrigin(origin))).toEqual([]);
  });

  test.each([2, 3, 4])("some have %i labels, with and without digits", (count) => {
    const named = hosts.filter((host) => host.split(".").length === count);
    expect(named.some((host) => /\d/.test(host))).toBe(true);
    expect(named.some((host) => /^[a-z.]+$/.test(host))).toBe(true);
  });

  test.each([2, 3, 4, 5, 6, 7])("some have a top-level label of %i letters", (length) => {
    const named = [...strangers("")].map((origin) => new URL(origin).hostname);
    expect(named.some((host) => new RegExp(`\\.[a-z]{${length}}$`).test(host))).toBe(true);
  });

  test.each(["myappc.com", "myapp-fa.com", "famyapp.com", "fa-myapp.com", "myapp.com.kjw.com"])(
    "%s is one, since it looks like the author's own",
    (host) => expect(hosts).toContain(host),
  );

  test("no word is in all of them, nor in all of one suffix", () => {
    const named = hosts.filter((host) => host.endsWith(".com") && !/myapp|www/.test(host));
    for (const letter of "abcdefghijklmnopqrstuvwxyz") {
      expect(named.some((host) => !host.replace(/\.com$/, "").includes(letter))).toBe(true);
    }
  });

  test("are few, and short where a group that repeats holds what repeats", () => {
    const names = Array.from({ length: 200 }, (_, index) => `name-${index}`);
    const text = `^https:\\/\\/(?:${names.join("|")})\\.com$`;
    const many = [...strangers(text)];
    expect(many.length).toBe(10_000);
    for (const part of ["([a-z]+)+", "(([a-z]+))*", "([a-z]+.?)+", "([a-z]{2,}?){2}"]) {
      const short = [...strangers(text.replace("(?:", `${part}(?:`))];
      expect(short.length).toBeGreaterThan(100);
      expect(Math.max(...short.map((origin) => origin.length))).toBe(19);
    }
  });

  test("are made when they are asked for, and no more than 10,000 of 300 million", () => {
    const names = Array.from({ length: 2500 }, (_, index) => `name-${index}`);
    const text = `^https:\\/\\/(?:${names.join("|")})\\.com$`;
    let made = 0;
    for (const origin of strangers(text)) {
      made += 1;
      if (origin === "https://vx.io") break;
    }
    expect(made).toBe(2);
    expect([...strangers(text)].length).toBe(10_000);
  });

  test("none is the author's own", () => {
    expect(hosts.filter((host) => /(?:^|\.)(?:myapp\.com|localhost)$/.test(host))).toEqual([]);
  });
});
