// The search on Bun's own server. Takes its extent as JSON, and prints its report as JSON.
import { BUN } from "../src/routers/bun.ts";
import { search } from "../src/search.ts";

const report = await search(BUN, JSON.parse(process.argv[2] ?? ""));
console.log(JSON.stringify(report));
process.exit(0);
