import { argv } from "node:process";
import { allCases } from "../src/cases/all.ts";
import { serveCases } from "../src/serve-cases.ts";
import { mounted } from "../src/subjects/hono.ts";

declare const Bun: { serve(options: object): { readonly port: number } };

const upstream = argv[2] ?? "";
const fetch = serveCases(allCases, mounted, { upstream });
const { port } = Bun.serve({ hostname: "127.0.0.1", port: 0, fetch });
console.log(`http://127.0.0.1:${port}/`);
