import { type Expression, type Node, parse } from "acorn";
import { expressionAt } from "./lenient.ts";
import type { Called } from "./called.ts";
import { clientNames } from "./clients.ts";
import { type Constants, isRecord, valueOf } from "./values.ts";

/** A call, with the names that it is made by. */
interface Call {
  /** `x` of `x.set()`; undefined for a plain call. */
  readonly object: string | undefined;
  readonly name: string;
  readonly given: readonly Expression[];
}

/** What a script declares and calls, in its order. */
interface Script {
  readonly declared: readonly (readonly [name: string, value: Expression])[];
  readonly calls: readonly Call[];
}

/** Every call in a text, in its order. */
export function callsIn(text: string): readonly Called[] {
  const { declared, calls } = readWhole(text) ?? readParts(text);
  const constants = new Map<string, unknown>();
  for (const [name, value] of declared) constants.set(name, valueOf(value, constants));
  for (const call of calls) addHeader(call, constants);
  return calls.map(({ object, name, given }) => ({
    object,
    name,
    given: given.map((argument) => valueOf(argument, constants)),
  }));
}

/** `headers.append("name", "value")`. */
function addHeader({ object, name, given }: Call, constants: Constants): void {
  if (object === undefined || (name !== "append" && name !== "set")) return;
  const headers = constants.get(object);
  const [key, value] = given.map((argument) => valueOf(argument, constants));
  if (isRecord(headers) && typeof key === "string") headers[key] = value;
}

/** A text that is JavaScript. */
function readWhole(text: string): Script | undefined {
  let program: Node;
  try {
    // With a type in front of the brackets, a call looks like two comparisons.
    program = parse(text.replaceAll(/(?<=[\w$])<[\w$.[\], |]+>(?=\()/g, ""), {
      ecmaVersion: "latest",
      sourceType: "module",
      allowAwaitOutsideFunction: true,
      allowReturnOutsideFunction: true,
    });
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const declared: [string, Expression][] = [];
  const calls: Call[] = [];
  walk(program, (node) => {
    if (node.type === "VariableDeclarator") {
      const { id, init } = node as unknown as { id: { name?: string }; init: Expression | null };
      if (id.name !== undefined && init) declared.push([id.name, init]);
    }
    const call = callOf(node);
    if (call) calls.push(call);
  });
  return { declared, calls };
}

const declaration = /\b(?:const|let|var)\s+([\w$]+)\s*(?::[^=\n]+)?=\s*/g;
const names = ["fetch", "append", "set", "send", ...clientNames].map((name) =>
  name.replace("$", "\\$"),
);
const called = new RegExp(
  `(?:([\\w$]+)\\s*\\.\\s*)?(?<![\\w$])(${names.join("|")})\\s*(?:\\?\\.)?\\s*(?:<[^()]*?>)?\\s*\\(`,
  "g",
);
const most = 200;

/** A text that is not: what begins like a declaration or a call is read by itself. */
function readParts(text: string): Script {
  const isSpoken = (index: number): boolean => {
    const line = text.slice(text.lastIndexOf("\n", index) + 1, index);
    return !/^\s*(?:\/\/|\*)/.test(line);
  };
  const found = (pattern: RegExp): readonly RegExpExecArray[] =>
    [...text.matchAll(pattern)].filter(({ index }) => isSpoken(index)).slice(0, most);
  return {
    declared: found(declaration).flatMap((match): Script["declared"] => {
      const value = expressionAt(text, match.index + match[0].length);
      return value && match[1] !== undefined ? [[match[1], value]] : [];
    }),
    calls: found(called).flatMap((match): Script["calls"] => {
      const [all, object, name = ""] = match;
      // The arguments in brackets of another kind are a list of them.
      const start = match.index + all.length - 1;
      const call = expressionAt(`f${text.slice(start)}`, 0);
      const given = call && callOf(call)?.given;
      return given ? [{ object, name, given }] : [];
    }),
  };
}

function callOf(node: Node): Call | undefined {
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return undefined;
  const { callee, arguments: given } = node as unknown as {
    callee: { name?: string; object?: Named; property?: Named };
    arguments: Expression[];
  };
  const name = callee.name ?? callee.property?.name;
  const object = callee.object?.name ?? callee.object?.property?.name;
  return name === undefined ? undefined : { object, name, given };
}

/** A name, or the last one of `this.http`. */
interface Named {
  readonly name?: string;
  readonly property?: { readonly name?: string };
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
