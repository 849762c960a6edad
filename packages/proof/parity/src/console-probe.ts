import { generateContexts } from "./generator/context.ts";
import { openEngine } from "./engines/open-engine.ts";
import type { EngineName } from "./engines/engine.ts";
import { startNetwork } from "./network.ts";
import { observeAll } from "./observe.ts";
import type { Scenario, Via, Step } from "@crossgate/browser/fixtures/scenario";
const name = process.argv[2] as EngineName;
const network = await startNetwork();
const engine = await openEngine(name, `${network.harness}?heard`, { hearsConsole: true });
if (!engine) throw new Error("no");
const vias: (Step)[] = [{}, {upload:false}, {via:"image",crossorigin:"anonymous"},{via:"font"},{via:"script",crossorigin:"anonymous"},{via:"module"},{via:"style",crossorigin:"anonymous"},{via:"audio",crossorigin:"anonymous"},{via:"video",crossorigin:"anonymous"},{via:"track",crossorigin:"anonymous"},{via:"track"},{via:"eventsource",credentials:"same-origin"},{via:"beacon",method:"POST",body:"json",credentials:"include"},{keepalive:true},{via:"xhr"},{via:"websocket"}];
const closed = {status:200,headers:[]};
const scenarios: Scenario[] = vias.map((step) => ({ name: JSON.stringify(step), steps:[step], rules:[{at:"host", preflight: closed, actual: closed}]}));
scenarios.push(...vias.map((step): Scenario => ({ name: "redir "+JSON.stringify(step), steps:[step], rules:[{at:"page", preflight: closed, actual: {status:302,headers:[["Location","{hop1}"]]}},{at:"host", preflight: closed, actual: {status:404,headers:[["Access-Control-Allow-Origin","x"]]}}]})));
try {
const seen = await observeAll(scenarios, engine, network);
for (const s of seen) { console.log(s.scenario.name, s.results.map(r=>r.result+" "+(r.type??"")).join()); for (const l of s.lines) console.log("     ", l); }
console.log(engine.linesOf(""));
} finally { await engine.close(); network.close(); }
