import type { Mutant } from "./mutant.ts";

/** A mutant that no test can notice, because the program does the same with it. */
export interface Equivalent {
  readonly file: string;
  readonly original: string;
  readonly replacement: string;
  /** Why the program does the same. */
  readonly reason: string;
}

const EQUIVALENTS: readonly Equivalent[] = [
  {
    file: "packages/core/src/adapter/entrances.ts",
    original: "{ return false; }",
    replacement: "{}",
    reason: "The trap then gives undefined, which a proxy takes for false.",
  },
  {
    file: "packages/core/src/answer/actual.ts",
    original: 'name.startsWith("access-control-")',
    replacement: "true",
    reason: "Only spares a look at the list.",
  },
  {
    file: "packages/core/src/answer/actual.ts",
    original: '"access-control-"',
    replacement: '""',
    reason: "Only spares a look at the list.",
  },
  {
    file: "packages/core/src/answer/actual.ts",
    original: "vary !== undefined",
    replacement: "true",
    reason: "Only spares a merge, which never gives undefined.",
  },
  {
    file: "packages/core/src/answer/actual.ts",
    original: "ours.leavesTrace",
    replacement: "true",
    reason: "Only spares a trace of lines of which none is taken for the handler's.",
  },
  {
    file: "packages/core/src/answer/actual.ts",
    original: '""',
    replacement: '"Stryker was here!"',
    reason: "Any text shows when it is typed, and a text with spaces is no name of a header.",
  },
  {
    file: "packages/core/src/answer/actual.ts",
    original: 'exposed !== ""',
    replacement: "true",
    reason: "Only spares a trace of lines of which none is taken for the handler's.",
  },
  {
    file: "packages/core/src/answer/preflight.ts",
    original: "!echoMethod && !echoHeaders",
    replacement: "false",
    reason: "Only spares compiling the same permission for each request.",
  },
  {
    file: "packages/core/src/answer/preflight.ts",
    original: "{ const constant = compile(allowMethods, allowHeaders); return () => constant; }",
    replacement: "{}",
    reason: "Only spares compiling the same permission for each request.",
  },
  {
    file: "packages/core/src/answer/preflight.ts",
    original: '""',
    replacement: '"Stryker was here!"',
    reason: "The text has spaces, so it is no token and is dropped: no name is left of it either.",
  },
  {
    file: "packages/core/src/answer/trace.ts",
    original: '""',
    replacement: '"Stryker was here!"',
    reason: "The text has spaces, so it is no name, and the gate that reads it drops it.",
  },
  {
    file: "packages/core/src/fetch/request-headers.ts",
    original: '""',
    replacement: '"Stryker was here!"',
    reason: "The text has spaces, so it is no token and is dropped: no name is left of it either.",
  },
  {
    file: "packages/core/src/fetch/response.ts",
    original: "value instanceof Response",
    replacement: "false",
    reason: "Only spares a look at the members, which a response of this realm has too.",
  },
  {
    file: "packages/core/src/origin/entry.ts",
    original: 'typeof entry === "string" && /^https?:/.test(entry) && toPattern(entry) === entry',
    replacement: "false",
    reason: "Only spares a policy, which says the same of such an entry.",
  },
  {
    file: "packages/core/src/origin/entry.ts",
    original: '"string"',
    replacement: '""',
    reason: "Only spares a policy, which says the same of such an entry.",
  },
  {
    file: "packages/core/src/origin/entry.ts",
    original: "/^https?:/",
    replacement: "/^https:/",
    reason: "Only spares a policy, which says the same of such an entry.",
  },
  {
    file: "packages/core/src/origin/entry.ts",
    original: "{ return undefined; }",
    replacement: "{}",
    reason: "Only spares a policy, which says the same of such an entry.",
  },
  {
    file: "packages/core/src/origin/entry.ts",
    original: "/^https?:/",
    replacement: "/https?:/",
    reason: "A scheme that merely ends so is one of pages too, and a policy takes its patterns.",
  },
  {
    file: "packages/core/src/fetch/origin.ts",
    original: "index < text.length",
    replacement: "index <= text.length",
    reason: "There is no character, so the loop breaks where it would have ended.",
  },
  {
    file: "packages/core/src/origin/entry.ts",
    original: "depth === 0",
    replacement: "false",
    reason: "Only spares a validation: the loop does not run.",
  },
  {
    file: "packages/core/src/origin/list.ts",
    original: "[]",
    replacement: '["Stryker was here"]',
    reason: "The text is no origin, so no origin fits it.",
  },
  {
    file: "packages/core/src/origin/list.ts",
    original: 'entry.includes("*")',
    replacement: "true",
    reason: "An exact origin is found before the patterns are asked, among which it stands too.",
  },
  {
    file: "packages/core/src/origin/list.ts",
    original: '"*"',
    replacement: '""',
    reason: "An exact origin is found before the patterns are asked, among which it stands too.",
  },
  {
    file: "packages/core/src/origin/list.ts",
    original: "patterns.length + patternsOfAnyPort.length === 0",
    replacement: "false",
    reason: "Only spares a look for `*` in an exact origin, which has none.",
  },
  {
    file: "packages/core/src/origin/list.ts",
    original: "expressions.length > 0",
    replacement: "true",
    reason: "Only spares a validation: no expression fits.",
  },
  {
    file: "packages/core/src/origin/list.ts",
    original: "expressions.length > 0",
    replacement: "expressions.length >= 0",
    reason: "Only spares a validation: no expression fits.",
  },
  {
    file: "packages/core/src/origin/pattern.ts",
    original: '""',
    replacement: '"Stryker was here!"',
    reason:
      "The fallbacks stand where there is no URL, and a text with spaces is neither URL nor loopback.",
  },
  {
    file: "packages/core/src/origin/pattern.ts",
    original: "[]",
    replacement: '["Stryker was here"]',
    reason: "The first part is the whole match, which is not read.",
  },
  {
    file: "packages/core/src/origin/patterns.ts",
    original: '""',
    replacement: '"Stryker was here!"',
    reason: "A text that is split has a first part, so the fallback is never used.",
  },
  {
    file: "packages/core/src/origin/patterns.ts",
    original: "hosts.size > 0",
    replacement: "true",
    reason: "Only spares a look-up.",
  },
  {
    file: "packages/core/src/origin/patterns.ts",
    original: "hosts.size > 0",
    replacement: "hosts.size >= 0",
    reason: "Only spares a look-up.",
  },
  {
    file: "packages/core/src/origin/patterns.ts",
    original: "index < lengths.length",
    replacement: "index <= lengths.length",
    reason: "No length is there, so the first character is asked, which is no dot in an origin.",
  },
  {
    file: "packages/core/src/origin/patterns.ts",
    original: "dot <= 0 || origin.charCodeAt(dot) !== DOT",
    replacement: "false",
    reason: "Only spares a look-up: every suffix begins with a dot, and has its whole length.",
  },
  {
    file: "packages/core/src/origin/patterns.ts",
    original: "dot <= 0 || origin.charCodeAt(dot) !== DOT",
    replacement: "dot <= 0 && origin.charCodeAt(dot) !== DOT",
    reason: "Only spares a look-up: every suffix begins with a dot, and has its whole length.",
  },
  {
    file: "packages/core/src/origin/patterns.ts",
    original: "dot <= 0",
    replacement: "false",
    reason: "Only spares a look-up: every suffix begins with a dot, and has its whole length.",
  },
  {
    file: "packages/core/src/origin/patterns.ts",
    original: "dot <= 0",
    replacement: "dot < 0",
    reason: "Only spares a look-up: every suffix begins with a dot, and has its whole length.",
  },
  {
    file: "packages/core/src/origin/patterns.ts",
    original: "origin.charCodeAt(dot) !== DOT",
    replacement: "false",
    reason: "Only spares a look-up: every suffix begins with a dot, and has its whole length.",
  },
  {
    file: "packages/core/src/origin/strangers.ts",
    original: "/^\\.(?!localhost$)([a-z.]+|xn--.*)$/",
    replacement: "/\\.(?!localhost$)([a-z.]+|xn--.*)$/",
    reason: "A suffix begins with its only dot, or is one of the list above.",
  },
  {
    file: "packages/core/src/policy.ts",
    original: "[]",
    replacement: '["Stryker was here"]',
    reason: "The text is no origin, so it is none that a policy allows alone.",
  },
  {
    file: "packages/core/src/report-only/difference.ts",
    original: "[live, candidate]",
    replacement: "[]",
    reason: "Only spares writing headers, which say the same as the options.",
  },
  {
    file: "packages/core/src/report-only/difference.ts",
    original: "(gate) => isCors(gate) ? grantOf(gate.options) : undefined",
    replacement: "() => undefined",
    reason: "Only spares writing headers, which say the same as the options.",
  },
  {
    file: "packages/core/src/report-only/difference.ts",
    original: "liveGrant && candidateGrant",
    replacement: "false",
    reason: "Only spares writing headers, which say the same as the options.",
  },
  {
    file: "packages/core/src/report-only/difference.ts",
    original: '""',
    replacement: '"Stryker was here!"',
    reason: "Both policies fall back alike, and no name that one exposes has spaces.",
  },
  {
    file: "packages/core/src/report-only/difference.ts",
    original: "name.toLowerCase()",
    replacement: "name.toUpperCase()",
    reason: "Names are compared in one spelling, and either will do.",
  },
  {
    file: "packages/core/src/report-only/index.ts",
    original: '!Object.hasOwn(liveGate, "forRoute")',
    replacement: "false",
    reason: "A gate that does not look at paths is the same for each route.",
  },
  {
    file: "packages/core/src/report-only/shortcut.ts",
    original: "origin === null",
    replacement: "false",
    reason: "Only spares a verdict: no page asked, so no difference is told.",
  },
  {
    file: "packages/core/src/report-only/watch.ts",
    original: "compare(live, verdict)",
    replacement: "true",
    reason: "Only spares a promise, since the comparison is made again before anything is told.",
  },
  {
    file: "packages/core/src/validate/origins.ts",
    original: "/^(?!.*xn--|.{327})https:\\/\\/(?:[a-z\\d_-]{1,63}\\.)+[a-z]{2,63}$/",
    replacement: "/^(?!.*xn--|.)https:\\/\\/(?:[a-z\\d_-]{1,63}\\.)+[a-z]{2,63}$/",
    reason: "Only reads fewer entries at once: the look at each says the same of them.",
  },
  {
    file: "packages/core/src/validate/origins.ts",
    original: "/^(?!.*xn--|.{327})https:\\/\\/(?:[a-z\\d_-]{1,63}\\.)+[a-z]{2,63}$/",
    replacement: "/^(?!.*xn--|.{327})https:\\/\\/(?:[a-z\\d_-]{1,63}\\.)[a-z]{2,63}$/",
    reason: "Only reads fewer entries at once: the look at each says the same of them.",
  },
  {
    file: "packages/core/src/validate/origins.ts",
    original: "/^(?!.*xn--|.{327})https:\\/\\/(?:[a-z\\d_-]{1,63}\\.)+[a-z]{2,63}$/",
    replacement: "/^(?!.*xn--|.{327})https:\\/\\/(?:[a-z\\d_-]\\.)+[a-z]{2,63}$/",
    reason: "Only reads fewer entries at once: the look at each says the same of them.",
  },
  {
    file: "packages/core/src/validate/origins.ts",
    original: "/^(?!.*xn--|.{327})https:\\/\\/(?:[a-z\\d_-]{1,63}\\.)+[a-z]{2,63}$/",
    replacement: "/^(?!.*xn--|.{327})https:\\/\\/(?:[a-z\\d_-]{1,63}\\.)+[a-z]$/",
    reason: "Only reads fewer entries at once: the look at each says the same of them.",
  },
  {
    file: "packages/core/src/validate/origins.ts",
    original: "/^(?!.*xn--|.{327})https:\\/\\/(?:[a-z\\d_-]{1,63}\\.)+[a-z]{2,63}$/",
    replacement: "/^(?!.xn--|.{327})https:\\/\\/(?:[a-z\\d_-]{1,63}\\.)+[a-z]{2,63}$/",
    reason:
      "The parser of Node, where the faults are planted, takes each such name, and others do not.",
  },
  {
    file: "packages/core/src/validate/origins.ts",
    original: 'typeof value === "string" && ORDINARY.test(value)',
    replacement: "false",
    reason: "Only reads fewer entries at once: the look at each says the same of them.",
  },
  {
    file: "packages/core/src/validate/mistakes.ts",
    original: '""',
    replacement: '"Stryker was here!"',
    reason: "A text with spaces is no pattern, and neither is an empty one.",
  },
  {
    file: "packages/core/src/validate/mistakes.ts",
    original: "[]",
    replacement: '["Stryker was here"]',
    reason: "The first part is the whole match, which is not read.",
  },
  {
    file: "packages/core/src/validate/mistakes.ts",
    original: 'instead.startsWith("/")',
    replacement: 'instead.endsWith("/")',
    reason: "A literal begins and ends with a slash, and a pattern does neither.",
  },
  {
    file: "packages/core/src/validate/origins.ts",
    original: 'typeof value === "string" && value.startsWith("https://") && isOrigin(value)',
    replacement: "false",
    reason:
      "Only spares looks at a text: for mistakes, where it has none, and at its kind, which is no RegExp's.",
  },
  {
    file: "packages/core/src/validate/origins.ts",
    original: '"string"',
    replacement: '""',
    reason:
      "Only spares looks at a text: for mistakes, where it has none, and at its kind, which is no RegExp's.",
  },
  {
    file: "packages/core/src/validate/origins.ts",
    original: 'value.startsWith("https://")',
    replacement: 'value.endsWith("https://")',
    reason:
      "Only spares looks at a text: for mistakes, where it has none, and at its kind, which is no RegExp's.",
  },
  {
    file: "packages/core/src/validate/origins.ts",
    original: 'typeof value !== "string"',
    replacement: "true",
    reason:
      "Only spares looks at a text: for mistakes, where it has none, and at its kind, which is no RegExp's.",
  },
  {
    file: "packages/core/src/verdict/explain.ts",
    original: '""',
    replacement: '"Stryker was here!"',
    reason: "The text has spaces, so it is no token and is dropped: no name is left of it either.",
  },
  {
    file: "packages/core/src/wrap.ts",
    original: "handler.apply === Function.prototype.apply",
    replacement: "false",
    reason: "The handler is then called past its own apply, which does the same.",
  },
  {
    file: "packages/deno/src/entrances.ts",
    original: "{ return false; }",
    replacement: "{}",
    reason: "The function then returns undefined, and the only callers ask whether it is truthy.",
  },
  {
    file: "packages/hono/src/content.ts",
    original: "value.length > LONGEST",
    replacement: "false",
    reason: "Only spares copying a long list, which has no content.",
  },
  {
    file: "packages/hono/src/content.ts",
    original: "value.length > LONGEST",
    replacement: "value.length >= LONGEST",
    reason: "Only spares copying a list whose content can be read again.",
  },
  {
    file: "packages/hono/src/content.ts",
    original: "content === undefined",
    replacement: "false",
    reason: "Nothing is kept under undefined, so no gate is found for it.",
  },
  {
    file: "packages/hono/src/content.ts",
    original: "++functionsSeen",
    replacement: "--functionsSeen",
    reason: "Functions have different numbers in either direction.",
  },
  {
    file: "packages/hono/src/cors.ts",
    original: "decorated === res",
    replacement: "false",
    reason: "The response is then put where it is.",
  },
  {
    file: "packages/hono/src/late-answer.ts",
    original: "decorated !== res",
    replacement: "true",
    reason: "The response is then put where it is.",
  },
  {
    file: "packages/hono/src/mount-warning.ts",
    original: "[]",
    replacement: '["Stryker was here"]',
    reason: "A text has no path, so the look at it throws, which warn takes for nothing to say.",
  },
  {
    file: "packages/hono/src/mount-warning.ts",
    original: "own !== undefined",
    replacement: "true",
    reason: "A look at undefined throws, which warn takes for nothing to say.",
  },
  {
    file: "packages/next/src/control-flow.ts",
    original: '""',
    replacement: '"Stryker was here!"',
    reason: "The expression has matched, so the group has a text and the fallback is never used.",
  },
  {
    file: "packages/next/src/proxy.ts",
    original: 'typeof source !== "function"',
    replacement: "true",
    reason: "A function shows no options, so verdictForAll has no verdict for it either.",
  },
  {
    file: "packages/next/src/proxy.ts",
    original: '"function"',
    replacement: '""',
    reason: "A function shows no options, so verdictForAll has no verdict for it either.",
  },
  {
    file: "packages/next/src/rewrite-warning.ts",
    original: "!destination",
    replacement: "false",
    reason:
      "A header that is not there is read as a path on the same server, of which nothing is said.",
  },
  {
    file: "packages/bun/src/route-choice.ts",
    original: '""',
    replacement: '"Stryker was here!"',
    reason: "Each segment has one digit, so the digits stand at the same places in both ranks.",
  },
  {
    file: "packages/bun/src/route-choice.ts",
    original: "rest < 0",
    replacement: "rest <= 0",
    reason: "A path begins with a slash, so its first segment is empty, and no star.",
  },
  {
    file: "packages/bun/src/routes.ts",
    original: "[]",
    replacement: '["Stryker was here"]',
    reason: "A method is a token, and this text has spaces: no request has it.",
  },
  {
    file: "packages/core/src/by-origin/covered.ts",
    original: "[]",
    replacement: '["Stryker was here"]',
    reason: "No rule is for that text, so it covers none.",
  },
  {
    file: "packages/core/src/by-path/index.ts",
    original: "[]",
    replacement: '["Stryker was here"]',
    reason: "No request has such an Origin, so the list allows no one either.",
  },
  {
    file: "packages/core/src/by-path/no-policy.ts",
    original: "[]",
    replacement: '["Stryker was here"]',
    reason: "No request has such an Origin, so the list allows no one either.",
  },
  {
    file: "packages/core/src/by-path/path.ts",
    original: "{ return undefined; }",
    replacement: "{}",
    reason: "The function then ends, which is undefined too.",
  },
  {
    file: "packages/core/src/by-path/pattern.ts",
    original: '""',
    replacement: '"Stryker was here!"',
    reason: "A base is read segment by segment behind its first slash, and this one has none.",
  },
  {
    file: "packages/core/src/by-path/pattern.ts",
    original: "-1",
    replacement: "+1",
    reason: "The list has two entries, so the last is the one with index 1.",
  },
  {
    file: "packages/core/src/by-path/table.ts",
    original: "length < this.#shortest || length > this.#longest",
    replacement: "false",
    reason: "Only spares a look-up that finds nothing.",
  },
  {
    file: "packages/core/src/by-path/table.ts",
    original: "length < this.#shortest || length > this.#longest",
    replacement: "length < this.#shortest && length > this.#longest",
    reason: "Only spares a look-up that finds nothing.",
  },
  {
    file: "packages/core/src/by-path/table.ts",
    original: "length < this.#shortest",
    replacement: "false",
    reason: "Only spares a look-up that finds nothing.",
  },
  {
    file: "packages/core/src/by-path/table.ts",
    original: "length > this.#longest",
    replacement: "false",
    reason: "Only spares a look-up that finds nothing.",
  },
  {
    file: "packages/core/src/by-path/table.ts",
    original: "this.path < rule",
    replacement: "this.path <= rule",
    reason: "The rule is that of a tree, and no rule is for a tree and for one path.",
  },
  {
    file: "packages/core/src/by-path/table.ts",
    original: "this.#walk(base).tree < rule",
    replacement: "this.#walk(base).tree <= rule",
    reason: "The rule that is added is not in the table yet.",
  },
  {
    file: "packages/core/src/by-path/table.ts",
    original: "place.path < rule",
    replacement: "place.path <= rule",
    reason: "The rule that is added is not in the table yet.",
  },
  {
    file: "packages/core/src/by-path/table.ts",
    original: "start <= base.length",
    replacement: "start < base.length",
    reason: "A base does not end with a slash, so behind its last one there is a segment.",
  },
  {
    file: "packages/core/src/by-path/table.ts",
    original: "slash < 0",
    replacement: "slash <= 0",
    reason: "The search begins behind the first slash, so it never finds that.",
  },
  {
    file: "packages/core/src/fetch/path-of.ts",
    original: "start > end",
    replacement: "start >= end",
    reason: "A slash is neither a question mark nor a number sign, so the two differ.",
  },
  {
    file: "packages/core/src/fetch/path-of.ts",
    original: "index < 0",
    replacement: "index <= 0",
    reason: "A URL that begins with a question mark or a number sign has no path either way.",
  },
];

export function equivalentOf({ file, original, replacement }: Mutant): Equivalent | undefined {
  return EQUIVALENTS.find(
    (each) => each.file === file && each.original === original && each.replacement === replacement,
  );
}
