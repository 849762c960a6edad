// Each case is a route of Bun's own router.
import { argv } from "node:process";
import { withCors } from "@crossgate/bun";
import { createApplication } from "../src/application.ts";
import { serveOnBun } from "../src/bun-server.ts";
import { isConstruction } from "../src/case.ts";
import { allCases } from "../src/cases/all.ts";
import { Recorder } from "../src/recorder.ts";

const upstream = argv[2] ?? "";
const routes: Record<string, unknown> = {};
for (const exchange of allCases) {
  if (isConstruction(exchange)) continue;
  const application = createApplication(exchange, { upstream }, new Recorder());
  const path = `/${exchange.id}/*`;
  const own = { [path]: (request: Request) => application(request) };
  Object.assign(routes, withCors({ routes: own }, exchange.options).routes);
}
console.log(serveOnBun({ routes }));
