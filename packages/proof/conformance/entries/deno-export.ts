// For `deno serve`.
import { argv } from "node:process";
import { allCases } from "../src/cases/all.ts";
import { serveCases } from "../src/serve-cases.ts";
import { guardedExport } from "../src/subjects/deno.ts";

const upstream = argv[2] ?? "";

// oxlint-disable-next-line import/no-default-export -- deno serve runs the default export
export default {
  fetch: serveCases(allCases, guardedExport, { upstream }),
  onListen: ({ port }: { port: number }): void => console.log(`http://127.0.0.1:${port}/`),
};
