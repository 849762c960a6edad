import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseOptions } from "./options-text.ts";
import { printOptions } from "./print-options.ts";

const READ: readonly (readonly [text: string, options: object])[] = [
  ["{}", {}],
  ['{ origin: "*" }', { origin: "*" }],
  [
    "{ origin: 'https://a.example', // why\n maxAge: 5, }",
    { origin: "https://a.example", maxAge: 5 },
  ],
  ['createCors({ origin: "*" });', { origin: "*" }],
  ["cors.strict({ credentials: true })\n", { credentials: true }],
  [
    String.raw`{ origin: [/^https:\/\/a$/, "b", /[/"]\/'/iu] }`,
    { origin: [/^https:\/\/a$/, "b", /[/"]\/'/iu] },
  ],
  [
    String.raw`{ a: "/not one/", b: 'a"/x/', c: "\"/x/" }`,
    { a: "/not one/", b: 'a"/x/', c: '"/x/' },
  ],
  ["{ /* /x/ */ a: 1 }", { a: 1 }],
  [String.raw`{ a: "\ue000" }`, { a: "\ue000" }],
];

const REFUSED: readonly (readonly [text: string, problem: RegExp])[] = [
  ["", /invalid end of input at 1:1/],
  ["{ origin: }", /invalid character '}' at 1:11/],
  ["{ a: 1 b: 2 }", /invalid character 'b' at 1:8/],
  ["{ o: /^https$/, b: }", /invalid character '}' at 1:20/],
  ["createCors({ a: x })", /invalid character 'x' at 1:17/],
  ["[]", /not an object/],
  ["/x/", /not an object/],
  ["{ origin: /(/ }", /Invalid regular expression/],
  ["{ origin: /a/ig/ }", /invalid character/],
  ["{ origin: (o) => true }", /invalid character '\('/],
  ["{ origin: fetch('https://a') }", /invalid character 'e'|invalid character 'f'/],
  ['{ a: "\ue000" }', /private-use/],
  [`{ a: "${"x".repeat(5000)}" }`, /longer than 4096/],
  ["[".repeat(4000), /invalid end of input/],
];

describe("parseOptions", () => {
  it.each(READ)("reads %s", (text, options) => {
    expect(parseOptions(text)).toEqual({ options });
  });

  it.each(REFUSED)("refuses %s", (text, problem) => {
    expect(parseOptions(text).problem).toMatch(problem);
  });

  it("makes its own name of __proto__, and changes no prototype", () => {
    const { options } = parseOptions('{ "__proto__": { origin: "*" } }');
    expect(Object.keys(options ?? {})).toEqual(["__proto__"]);
    expect((options as { origin?: string }).origin).toBeUndefined();
  });
});

const expression = fc.constantFrom(
  /^https:\/\/pr-\d+\.example$/,
  /^[/"']$/iu,
  /\/\*x/g,
  /^https:\/\/(?:a|b)\.example(?::\d+)?$/,
);
const scalar = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  expression,
);
const anyOptions = fc.dictionary(
  fc.oneof(fc.constantFrom("origin", "maxAge", "a-b", "0"), fc.string({ maxLength: 6 })),
  fc.oneof(scalar, fc.array(scalar, { maxLength: 5 })),
  { maxKeys: 6, noNullPrototype: true },
);

describe("printOptions", () => {
  it("writes what parseOptions reads as the same options", () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        const text = printOptions(options);
        fc.pre(text.length <= 4096);
        expect(parseOptions(text)).toEqual({ options });
      }),
      { numRuns: 1000 },
    );
  });

  it("writes what a JavaScript engine reads as the same options", () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        fc.pre(!Object.hasOwn(options, "__proto__"));
        // oxlint-disable-next-line no-implied-eval, no-new-func -- the engine is the oracle
        const read: unknown = new Function(`return (${printOptions(options)})`)();
        expect(read).toEqual(options);
      }),
      { numRuns: 500 },
    );
  });
});
