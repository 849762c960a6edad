import { argv } from "node:process";
import { allCases } from "../src/cases/all.ts";
import { serveCases } from "../src/serve-cases.ts";
import { guardedFetch } from "../src/subjects/bun.ts";

declare const Bun: { serve(options: object): { readonly port: number } };

const upstream = argv[2] ?? "";
const fetch = serveCases(allCases, guardedFetch, { upstream });
const { port } = Bun.serve({ hostname: "127.0.0.1", port: 0, fetch });
console.log(`http://127.0.0.1:${port}/`);
