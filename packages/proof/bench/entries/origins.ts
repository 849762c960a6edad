import { argv } from "node:process";
import { createCors } from "@crossgate/core";
import { collectGarbage, heapUsed } from "../src/heap.ts";
import { freshOrigins } from "../src/sections/origins.ts";

const [, , count, kind] = argv;
const origin = freshOrigins(Number(count));
const last = origin.at(-1) ?? "";
collectGarbage();
const before = heapUsed();
const begin = performance.now();
const made = kind === "set" ? new Set(origin) : createCors({ origin });
const milliseconds = performance.now() - begin;
collectGarbage();
const bytes = heapUsed() - before;
if (!(made instanceof Set ? made.has(last) : made.allows(last))) {
  throw new Error("the last origin is not allowed");
}
console.log(JSON.stringify({ milliseconds, bytes }));
