import type { Expression, Node, Property, SpreadElement } from "acorn";

/** What stands for a value that only exists when the script runs. */
export const unknown: unique symbol = Symbol("not written out");

/** What the names of a script stand for. */
export type Constants = ReadonlyMap<string, unknown>;
type Reader = (node: never, constants: Constants) => unknown;

const readers: Readonly<Record<string, Reader>> = {
  Literal: ({ value }: { value: unknown }) => value,
  TemplateLiteral: readTemplate,
  BinaryExpression: readSum,
  LogicalExpression: ({ left, right }: { left: Expression; right: Expression }, constants) =>
    firstKnown([left, right], constants),
  ConditionalExpression: (
    { consequent, alternate }: { consequent: Expression; alternate: Expression },
    constants,
  ) => firstKnown([consequent, alternate], constants),
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

/** What an expression stands for, as far as it is written out; `unknown` otherwise. */
export function valueOf(node: Expression | SpreadElement, constants: Constants): unknown {
  const reader = readers[node.type];
  return reader ? reader(node as never, constants) : unknown;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether nothing of a value only exists when the script runs. */
export function isWhole(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return typeof value !== "symbol";
  return Object.values(value).every(isWhole);
}

function firstKnown(nodes: readonly Expression[], constants: Constants): unknown {
  const values = nodes.map((node) => valueOf(node, constants));
  return values.find((value) => value !== unknown && value !== undefined) ?? unknown;
}

/** A part that is unknown leaves three dots. */
function asText(value: unknown): string {
  return typeof value === "symbol" ? "..." : String(value);
}

function readTemplate(
  { quasis, expressions }: { quasis: { value: { cooked: string } }[]; expressions: Expression[] },
  constants: Constants,
): unknown {
  return quasis
    .map(({ value }, index) => {
      const expression = expressions[index];
      return `${value.cooked}${expression ? asText(valueOf(expression, constants)) : ""}`;
    })
    .join("");
}

function readSum(
  { operator, left, right }: { operator: string; left: Expression; right: Expression },
  constants: Constants,
): unknown {
  if (operator !== "+") return unknown;
  return [left, right].map((side) => asText(valueOf(side, constants))).join("");
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

/** `new Headers({…})`, `new URLSearchParams({…})`, `new URL("...")`, `new Request(url, {…})`. */
function readNew(
  { callee, arguments: given }: { callee: { name?: string }; arguments: Expression[] },
  constants: Constants,
): unknown {
  const [first, second] = given.map((argument) => valueOf(argument, constants));
  if (callee.name === "Headers" || callee.name === "HttpHeaders") return headersOf(first);
  if (callee.name === "Request") return { request: [first, second] };
  if (callee.name === "URL" && typeof first === "string") {
    const base = typeof second === "string" ? second : undefined;
    return URL.canParse(first, base) ? new URL(first, base).href : first;
  }
  if (callee.name === "URLSearchParams" && (isRecord(first) || typeof first === "string")) {
    return new URLSearchParams(first as Record<string, string>).toString();
  }
  return unknown;
}

/** A new object, since later members may add to it. */
function headersOf(value: unknown): unknown {
  if (value === undefined) return {};
  if (Array.isArray(value)) return [...(value as readonly unknown[])];
  return isRecord(value) ? { ...value } : unknown;
}

/** `JSON.stringify({…})`: what it gives when all of it is written out. */
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
  return typeof value === "symbol" || !isWhole(value) ? unknown : JSON.stringify(value);
}
