import { argv } from "node:process";
import { createCors } from "@crossgate/core";
import { collectGarbage, heapUsed } from "../src/heap.ts";
import { exactOrigins } from "../src/sections/origins.ts";

const origin = exactOrigins(Number(argv[2]));
collectGarbage();
const before = heapUsed();
const begin = performance.now();
const cors = createCors({ origin });
const milliseconds = performance.now() - begin;
collectGarbage();
const bytes = heapUsed() - before;
if (!cors.allows(origin.at(-1) ?? "")) throw new Error("the last origin is not allowed");
console.log(JSON.stringify({ milliseconds, bytes }));
