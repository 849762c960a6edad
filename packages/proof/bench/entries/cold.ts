import { argv } from "node:process";

const begin = performance.now();
await import(argv[2] ?? "");
console.log(performance.now() - begin);
