import { createCors, type CorsOptions } from "@crossgate/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OptionsRecord, parseOptions } from "../src/demo/options-text.ts";
import { printOptions } from "../src/demo/print-options.ts";
import { FIELDS, fieldText, fieldValue, withField } from "./form.ts";

type FormTexts = Readonly<Record<string, string>>;

function toOptions(texts: FormTexts): OptionsRecord {
  let options: OptionsRecord = {};
  for (const field of FIELDS) options = withField(options, field, texts[field.name] ?? "");
  return options;
}

function toTexts(options: OptionsRecord): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    FIELDS.map((field) => [field.name, fieldText(field, options[field.name])]),
  );
}

function throughCode(options: OptionsRecord): OptionsRecord | undefined {
  return parseOptions(printOptions(options)).options;
}

const origin = fc.constantFrom(
  "https://a.example",
  "https://*.a.example",
  "http://localhost:*",
  "/^https:\\/\\/pr-\\d+\\.a\\.example$/i",
  "HTTPS://Wrong/",
  "/(/",
  "null",
);
const name = fc.constantFrom("GET", "PUT", "patch", "x-demo", "Authorization", "bad name", "none");
const texts: fc.Arbitrary<FormTexts> = fc.record({
  origin: fc.oneof(
    fc.constantFrom("*", "", "[]"),
    fc.array(origin).map((all) => all.join("\n")),
  ),
  allowMethods: fc.oneof(
    fc.constantFrom("*", "[]", ","),
    fc.array(name).map((all) => all.join(", ")),
  ),
  allowHeaders: fc.oneof(
    fc.constantFrom("*", "[]", " "),
    fc.array(name).map((all) => all.join(",")),
  ),
  exposeHeaders: fc.array(name).map((all) => all.join("\n")),
  credentials: fc.constantFrom("", "true"),
  maxAge: fc.oneof(
    fc.constantFrom("", "600", "-1", "x", "1.5", "007"),
    fc.string({ maxLength: 4 }),
  ),
  preflightStatus: fc.constantFrom("", "200", "404"),
  refuseDenied: fc.constantFrom("", "true"),
});

const scalar = fc.oneof(
  fc.string({ maxLength: 10 }),
  fc.constantFrom("*", "[]", "", "/x/", "a,b", "a\nb", " a", "https://a.example"),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(/^https:\/\/a$/, /x/gi),
);
const anyOptions = fc.record(
  Object.fromEntries(
    FIELDS.map(({ name }) => [name, fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }))]),
  ),
  { requiredKeys: [], noNullPrototype: true },
);

describe("form and code are in step", () => {
  it("form → code → form says the same", () => {
    fc.assert(
      fc.property(texts, (given) => {
        const options = toOptions(given);
        const read = throughCode(options);
        expect(read).toEqual(options);
        const shown = toTexts(read ?? {});
        expect(Object.values(shown)).not.toContain(undefined);
        expect(toTexts(toOptions(shown as FormTexts))).toEqual(shown);
        expect(toOptions(shown as FormTexts)).toEqual(options);
      }),
      { numRuns: 1000 },
    );
  });

  it("the form shows code as what it is, or not at all", () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        for (const field of FIELDS) {
          const value = options[field.name];
          const text = fieldText(field, value);
          if (text === undefined) continue;
          const again = { ...options, [field.name]: fieldValue(field.kind, text) };
          // The constructor says the same about it as about the form's policy.
          expect(said(again)).toEqual(said(options));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("a field changes its own option alone, and leaves unknown ones for createCors to name", () => {
    const before = { zebra: 1, methods: ["GET"], maxAge: 5, origin: "*" };
    const field = FIELDS.find(({ name }) => name === "maxAge");
    if (field === undefined) throw new Error("no such field");
    expect(withField(before, field, "7")).toEqual({ ...before, maxAge: 7 });
    expect(Object.keys(withField(before, field, "7"))).toEqual(Object.keys(before));
    expect(withField(before, field, "")).toEqual({ zebra: 1, methods: ["GET"], origin: "*" });
  });
});

/** What `createCors` makes of options: the policy, or its complaints about them. */
function said(options: OptionsRecord): unknown {
  try {
    return createCors(options as unknown as CorsOptions).options;
  } catch (error) {
    return String(error).replaceAll("[0]", "");
  }
}
