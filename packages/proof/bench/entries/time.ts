import { argv } from "node:process";
import { inProcess } from "../src/hosts/in-process.ts";
import { measureAll } from "../src/measure/all.ts";
import { PROCESS_PACE } from "../src/measure/pace.ts";

const quick = argv[2] === "quick";
console.log(
  JSON.stringify(await measureAll(await inProcess(quick), quick ? undefined : PROCESS_PACE)),
);
