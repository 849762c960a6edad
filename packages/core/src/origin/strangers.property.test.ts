import fc from "fast-check";
import { expect, test } from "vitest";
import { strangers } from "./strangers.ts";

/** The same list, all of it made before it is cut. */
function eagerStrangers(text: string): readonly string[] {
  const written = text
    .toLowerCase()
    .replaceAll(/\\\.|\[\.\]/g, ".")
    .replaceAll(/\\[a-z\d_]|[\w-]\?/g, "");
  const names = written.match(/[a-z\d][a-z\d.-]*[a-z\d]/g) ?? [];
  const labels = [...new Set(names.flatMap((name) => name.split(".")))];
  const known = "io com info cloud travel network co.uk".split(" ");
  const ends = names.map((name) => name.split(".").at(-1)!);
  const suffixes = [...new Set([...known, ...ends])].filter(
    (suffix) => suffix !== "localhost" && (/^[a-z.]+$/.test(suffix) || suffix.startsWith("xn--")),
  );
  const general = "q vx kjw pzmt xbqnrd fgyhwvklso ua7 38 5019 hq-wsj".split(" ");
  general.push("zvk.jqxo", "wqe3.t5.vbn", "ghtr.mdzy.lcp");
  for (const [, count] of text.matchAll(/\{(\d+)/g)) {
    general.push("abcdef".repeat(6).slice(0, Math.min(32, Number(count))));
  }
  const near = [
    ...names.map((name) => `${name}.kjw`),
    ...labels.flatMap((label) => [`${label}c`, `${label}-fa`, `fa${label}`, `fa-${label}`]),
  ];
  const product = (first: readonly string[], last: readonly string[]): readonly string[] =>
    last.flatMap((suffix) => first.map((name) => `${name}.${suffix}`));
  const words = ` ${written.replaceAll(/[^\w.]/g, " ").replaceAll(".", " . ")} `;
  const isWritten = (suffix: string): boolean =>
    words.includes(` ${suffix.replaceAll(".", " . ")} `);
  const foreign = known.filter((suffix) => !isWritten(suffix));
  const own = labels.flatMap((label) => [
    label,
    `vx.${label}`,
    ...labels.slice(0, 9).map((below) => `${below}.${label}`),
  ]);
  const hosts = [
    names.filter((name) => name.split(".").length === 2).map((name) => `c${name}`),
    product(general, suffixes),
    ["203.0.113.7", "[2001:db8::7]"],
    product(own, foreign),
    product(near, suffixes),
  ];
  const digits = labels.filter((label) => Number(label) !== 0 && !Number.isNaN(Number(label)));
  const ports = ["", ":81", ":808", ":8443", ":49152", ...digits.map((port) => `:${port}`)];
  const ofWeb = hosts.flatMap((some) => ports.flatMap((port) => some.map((host) => host + port)));
  const ofOthers = ["abcdefabcdefabcdefabcdefabcdefab", "abcdefab-cdef-abcd-efab-cdefabcdefab"];
  const isNested = /[*+}]\??(?:[^()]{1,2}\?)?\)+[*+{]/.test(text);
  return [...new Set(["https", "http", "capacitor", ...names])]
    .flatMap((scheme) =>
      (scheme.startsWith("http") ? ofWeb : ofOthers).map((host) => `${scheme}://${host}`),
    )
    .filter((origin) => !isNested || origin.length < 20)
    .slice(0, 10_000);
}

const LABELS = ["a", "myapp", "www", "com", "localhost", "8443", "3000", "x-1", "httpd"];
const PARTS = [
  ...LABELS,
  ".",
  "\\.",
  "[.]",
  "https://",
  "^",
  "$",
  "|",
  "(?:",
  ")",
  "-",
  "+)+",
  "\\b",
  "\\w+",
  "telecom",
  "co.uk",
  "{8}",
  "{40}",
  "?",
];

test("are those of the whole list, in its order", () => {
  const texts = fc
    .array(fc.constantFrom(...PARTS), { maxLength: 40 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      expect([...strangers(text)]).toEqual(eagerStrangers(text));
    }),
    { numRuns: 200 },
  );
});
