import { measureAllocation } from "../src/measure/allocation.ts";

console.log(JSON.stringify(await measureAllocation()));
