import { describe, expect, test } from "vitest";
import { CorsConfigError } from "../config-error.ts";
import { createCors } from "../cors.ts";
import type { CorsOptions } from "../options.ts";

const A = "https://a.example";

const NAMES = [
  "origin",
  "allowMethods",
  "allowHeaders",
  "exposeHeaders",
  "credentials",
  "maxAge",
  "preflightStatus",
  "preflightContinue",
  "refuseDenied",
  "selfOrigins",
  "dangerouslyAllowInsecureOrigins",
  "onVerdict",
  "onError",
];

function messagesFor(options: object): readonly string[] {
  try {
    createCors(options as CorsOptions);
  } catch (error) {
    if (error instanceof CorsConfigError) return error.issues.map(({ message }) => message);
    throw error;
  }
  return [];
}

describe("the options of a policy", () => {
  test("have these defaults, and each is there", () => {
    const { options } = createCors({ origin: A });
    expect(Object.keys(options)).toEqual(NAMES);
    expect(options).toStrictEqual({
      origin: [A],
      allowMethods: ["GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "QUERY"],
      allowHeaders: "*",
      exposeHeaders: [],
      credentials: false,
      maxAge: 600,
      preflightStatus: 204,
      preflightContinue: false,
      refuseDenied: false,
      selfOrigins: undefined,
      dangerouslyAllowInsecureOrigins: false,
      onVerdict: undefined,
      onError: undefined,
    });
  });

  test("P12: are frozen, RegExps too, wherever they stand", () => {
    for (const origin of [/^https:\/\/a\.example$/, [A, /^https:\/\/b\.example$/]] as const) {
      const { options } = createCors({ origin, selfOrigins: [/^https:\/\/c\.example$/] });
      const entries = [options.origin, options.selfOrigins].flat();
      expect(entries.filter((entry) => entry instanceof RegExp)).toHaveLength(2);
      expect(entries.every(Object.isFrozen)).toBe(true);
      expect([options.origin, options.selfOrigins].every(Object.isFrozen)).toBe(true);
    }
  });

  test("keep functions as they are", () => {
    const own = { origin: () => true, onVerdict() {}, onError: () => new Response() };
    expect(createCors(own).options).toMatchObject(own);
  });
});

describe("P1: bounds of numbers, and what is said beyond them", () => {
  const status = "write a whole number from 200 to 299";
  const age = "write a whole number from 0 to 86400";

  test.each([
    ["preflightStatus", 200],
    ["preflightStatus", 299],
    ["maxAge", 0],
    ["maxAge", 86_400],
  ])("%s: %i is taken", (name, value) => {
    expect(messagesFor({ origin: A, [name]: value })).toEqual([]);
  });

  test.each([
    ["preflightStatus", 199, status],
    ["preflightStatus", 300, status],
    ["preflightStatus", 204.5, status],
    ["maxAge", -1, age],
    ["maxAge", 86_401, age],
  ])("%s: %d is refused", (name, value, cure) => {
    expect(messagesFor({ origin: A, [name]: value })).toEqual([`invalid ${value}; ${cure}`]);
  });

  test.each([
    ["preflightStatus", "204", `invalid "204"; ${status}`],
    ["credentials", "yes", 'invalid "yes"; write a boolean'],
    ["preflightContinue", 1, "invalid 1; write a boolean"],
    ["refuseDenied", null, "invalid null; write a boolean"],
    ["dangerouslyAllowInsecureOrigins", 0, "invalid 0; write a boolean"],
    ["onVerdict", true, "invalid true; write a function"],
    ["onError", {}, "invalid [object Object]; write a function"],
  ])("%s: %o is refused", (name, value, message) => {
    expect(messagesFor({ origin: A, [name]: value })).toEqual([message]);
  });
});

describe("P11: an unknown option", () => {
  test.each([
    ["origins", "origin"],
    ["allowOrigin", "origin"],
    ["allowedOrigins", "origin"],
    ["Origin", "origin"],
    ["methods", "allowMethods"],
    ["allowedMethods", "allowMethods"],
    ["headers", "allowHeaders"],
    ["allowedHeaders", "allowHeaders"],
    ["exposedHeaders", "exposeHeaders"],
    ["exposed", "exposeHeaders"],
    ["allowCredentials", "credentials"],
    ["max_age", "maxAge"],
    ["optionsSuccessStatus", "preflightStatus"],
    ["STATUS", "preflightStatus"],
    ["self", "selfOrigins"],
    ["verdict", "onVerdict"],
    ["error", "onError"],
    ["insecure", "dangerouslyAllowInsecureOrigins"],
  ])("%s is answered with %s", (unknown, known) => {
    expect(messagesFor({ origin: A, [unknown]: A })).toEqual([`unknown option; write ${known}`]);
  });

  test.each(["cors", "toString", "", "x", "on"])("%j is answered with all there are", (unknown) => {
    expect(messagesFor({ origin: A, [unknown]: A })).toEqual([
      `unknown option; write one of ${NAMES.join(", ")}`,
    ]);
  });
});
