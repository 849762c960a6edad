import { type Expression, type Node, parse, type Property, type SpreadElement } from "acorn";
import { present, readCopiedHeaders } from "./browser-headers.ts";
import type { Given, GivenHeader } from "./given.ts";

/** Whether a text calls `fetch`. */
export function isFetchCall(text: string): boolean {
  return /\bfetch\s*\(/.test(text);
}

/**
 * Reads a call of `fetch` out of JavaScript, as browsers copy it and people write it. Nothing is
 * run: only what stands there as a value counts.
 *
 * @throws SyntaxError for what is no JavaScript
 * @returns undefined where no call of fetch has a URL that is written out
 */
export function readFetch(text: string): Given | undefined {
  const program = parse(text, {
    ecmaVersion: "latest",
    sourceType: "module",
    allowAwaitOutsideFunction: true,
    allowReturnOutsideFunction: true,
  });
  const constants = new Map<string, unknown>();
  let call: readonly unknown[] | undefined;
  walk(program, (node) => {
    if (node.type === "VariableDeclarator") {
      const { id, init } = node as unknown as { id: { name?: string }; init: Expression | null };
      if (id.name !== undefined && init) constants.set(id.name, valueOf(init, constants));
    }
    if (call || node.type !== "CallExpression") return;
    const { callee, arguments: given } = node as unknown as {
      callee: Node;
      arguments: Expression[];
    };
    if (!isFetch(callee)) return;
    const values = given.map((argument) => valueOf(argument, constants));
    if (typeof values[0] === "string") call = values;
  });
  return call && givenOf(call);
}

function givenOf([url, options]: readonly unknown[]): Given {
  const init = isRecord(options) ? options : {};
  const text = (name: string): string | undefined => {
    const value = init[name];
    return typeof value === "string" ? value : undefined;
  };
  const copied = readCopiedHeaders(headersOf(init["headers"]));
  const mode = text("mode");
  const credentials = text("credentials");
  const cookies = copied.cookie === undefined ? undefined : "include";
  const referrer = text("referrer");
  const body = init["body"];
  return {
    kind: "fetch",
    url: String(url),
    ...copied,
    ...(copied.origin === undefined && referrer !== undefined ? { origin: referrer } : {}),
    ...present("method", text("method")),
    ...(typeof body === "string" ? { body } : {}),
    ...present("credentials", (credentials ?? cookies) as RequestCredentials | undefined),
    ...(mode === "no-cors" || mode === "same-origin" || mode === "cors" ? { mode } : {}),
    ...present("redirect", text("redirect") as RequestRedirect | undefined),
    notes: [
      ...(body === unknown || (isRecord(init["body"]) && typeof body !== "string")
        ? ["The body is not written out in the call; the request is asked without it."]
        : []),
      ...(options === unknown
        ? ["The options are not written out in the call; only the URL was taken."]
        : []),
    ],
  };
}

function headersOf(value: unknown): readonly GivenHeader[] {
  const entries: readonly unknown[] = Array.isArray(value)
    ? value
    : isRecord(value)
      ? Object.entries(value)
      : [];
  return entries.flatMap((entry): readonly GivenHeader[] => {
    const [name, given] = Array.isArray(entry) ? entry : [];
    if (typeof name !== "string") return [];
    // A token that only exists at run time is a header all the same.
    return [[name, typeof given === "string" || typeof given === "number" ? String(given) : "..."]];
  });
}

/** What stands for a value that only exists when the script runs. */
const unknown = Symbol("not written out");

type Constants = ReadonlyMap<string, unknown>;
type Reader = (node: never, constants: Constants) => unknown;

const readers: Readonly<Record<string, Reader>> = {
  Literal: ({ value }: { value: unknown }) => value,
  TemplateLiteral: readTemplate,
  BinaryExpression: readSum,
  ArrayExpression: ({ elements }: { elements: (Expression | null)[] }, constants) =>
    elements.map((element) => (element ? valueOf(element, constants) : undefined)),
  ObjectExpression: readObject,
  Identifier: ({ name }: { name: string }, constants) =>
    constants.has(name) ? constants.get(name) : unknown,
  AwaitExpression: ({ argument }: { argument: Expression }, constants) =>
    valueOf(argument, constants),
  NewExpression: readNew,
  CallExpression: readCall,
};

function valueOf(node: Expression | SpreadElement, constants: Constants): unknown {
  const reader = readers[node.type];
  return reader ? reader(node as never, constants) : unknown;
}

function readTemplate(
  { quasis, expressions }: { quasis: { value: { cooked: string } }[]; expressions: Expression[] },
  constants: Constants,
): unknown {
  return quasis
    .map(({ value }, index) => {
      const expression = expressions[index];
      const inserted = expression ? valueOf(expression, constants) : "";
      return `${value.cooked}${typeof inserted === "symbol" ? "..." : String(inserted)}`;
    })
    .join("");
}

function readSum(
  { operator, left, right }: { operator: string; left: Expression; right: Expression },
  constants: Constants,
): unknown {
  if (operator !== "+") return unknown;
  const sides = [valueOf(left, constants), valueOf(right, constants)];
  return sides.map((side) => (typeof side === "symbol" ? "..." : String(side))).join("");
}

function readObject(
  { properties }: { properties: (Property | SpreadElement)[] },
  constants: Constants,
): unknown {
  const entries = properties.flatMap((property): readonly (readonly [string, unknown])[] => {
    if (property.type === "SpreadElement") {
      const spread = valueOf(property.argument, constants);
      return isRecord(spread) ? Object.entries(spread) : [];
    }
    const key = property.key as unknown as { name?: string; value?: unknown };
    const name = property.computed ? undefined : (key.name ?? String(key.value));
    return name === undefined ? [] : [[name, valueOf(property.value, constants)]];
  });
  return Object.fromEntries(entries);
}

/** `new Headers({…})`, `new URLSearchParams({…})`, `new URL("...")`. */
function readNew(
  { callee, arguments: given }: { callee: { name?: string }; arguments: Expression[] },
  constants: Constants,
): unknown {
  const [first, second] = given.map((argument) => valueOf(argument, constants));
  if (callee.name === "Headers") return first;
  if (callee.name === "URL" && typeof first === "string") {
    const base = typeof second === "string" ? second : undefined;
    return URL.canParse(first, base) ? new URL(first, base).href : first;
  }
  if (callee.name === "URLSearchParams" && (isRecord(first) || typeof first === "string")) {
    return new URLSearchParams(first as Record<string, string>).toString();
  }
  return unknown;
}

/** `JSON.stringify({…})`: what it gives when all of it is written out, an empty object otherwise. */
function readCall(
  { callee, arguments: given }: { callee: Node; arguments: Expression[] },
  constants: Constants,
): unknown {
  const { object, property } = callee as unknown as {
    object?: { name?: string };
    property?: { name?: string };
  };
  const [first] = given;
  if (object?.name !== "JSON" || property?.name !== "stringify" || !first) return unknown;
  const value = valueOf(first, constants);
  return typeof value === "symbol" ? "{}" : JSON.stringify(value);
}

function isFetch(callee: Node): boolean {
  const { name, property } = callee as unknown as { name?: string; property?: { name?: string } };
  return name === "fetch" || property?.name === "fetch";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Visits every node, in the order of the text. */
function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of Object.values(node)) {
    for (const each of Array.isArray(child) ? child : [child]) {
      if (isRecord(each) && typeof each["type"] === "string") walk(each as unknown as Node, visit);
    }
  }
}
