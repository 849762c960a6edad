import { argv } from "node:process";
import { allCases } from "../src/cases/all.ts";
import { serveCases } from "../src/serve-cases.ts";
import { guardedHandler } from "../src/subjects/deno.ts";

declare const Deno: {
  serve(options: object, handler: (request: Request) => Promise<Response>): unknown;
};

const upstream = argv[2] ?? "";
const onListen = ({ port }: { port: number }): void => console.log(`http://127.0.0.1:${port}/`);
Deno.serve(
  { hostname: "127.0.0.1", port: 0, onListen },
  serveCases(allCases, guardedHandler, { upstream }),
);
