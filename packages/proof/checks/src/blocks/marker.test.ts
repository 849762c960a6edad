import { expect, test } from "vitest";
import { parseMarker } from "./marker.ts";

test.each([
  ["", { kind: "none" }],
  ["prints", { kind: "prints" }],
  ["given: declare const a: 1;", { kind: "given", declarations: "declare const a: 1;" }],
  ["not run: asks a server", { kind: "not run", why: "asks a server" }],
  ["not checked: nginx", { kind: "not checked", why: "nginx" }],
  ["from: docs/a.ts", { kind: "from", file: "docs/a.ts" }],
])("%j", (remark, marker) => expect(parseMarker(remark)).toEqual(marker));

test.each(["not run", "not run: ", "not-run: why", "note: a word", "constructor: why", "Prints"])(
  "%j is no marker, and switches nothing off",
  (remark) => expect(parseMarker(remark)).toEqual({ kind: "unknown", remark }),
);
