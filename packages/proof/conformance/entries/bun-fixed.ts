// Each case is a route with a fixed answer, where the application's response is one.
import { argv } from "node:process";
import { withCors } from "@crossgate/bun";
import { answerWith } from "../src/answer.ts";
import { serveOnBun } from "../src/bun-server.ts";
import { isConstruction, stepsOf } from "../src/case.ts";
import { allCases } from "../src/cases/all.ts";

const upstream = argv[2] ?? "";
const routes: Record<string, unknown> = {};
for (const exchange of allCases) {
  if (isConstruction(exchange) || exchange.inner) continue;
  const { kind = "mutable", delay, ...answer } = stepsOf(exchange)[0]?.handler ?? {};
  if (kind !== "mutable" || delay !== undefined) continue;
  const fixed = answerWith(answer, { upstream }) as Response;
  Object.assign(
    routes,
    withCors({ routes: { [`/${exchange.id}/*`]: fixed } }, exchange.options).routes,
  );
}
console.log(serveOnBun({ routes }));
