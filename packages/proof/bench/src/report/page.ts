import { LOAD } from "../http/throughput.ts";
import { FINE_FACTOR, HTTP_PACE, PROCESS_PACE, TIMES_STARTED } from "../measure/pace.ts";
import { boundsTable } from "./bounds.ts";
import { machine, versions } from "./environment.ts";
import { economyTable, throughputTable } from "./network.ts";
import { EXACT } from "../sections/decisions.ts";
import { WRITTEN } from "../sections/operations.ts";
import { ALONE } from "../sections/trying.ts";
import { costTables, hostileTable, leastOf, smallestOfKind } from "./policies.ts";
import { differenceList, patternTables, requestTables } from "./requests.ts";
import type { Results } from "./results.ts";
import {
  allocationTable,
  coldStartTable,
  originsTable,
  sizeTable,
  workerStartTable,
} from "./startup.ts";
import { summaryTable } from "./summary.ts";

/** `docs/benchmarks.md`. */
export function page(results: Results, minutes: number): string {
  const { findings, economy } = results;
  const answers = findings.reduce((sum, each) => sum + each.answers, 0);
  return `# Benchmarks

Written by \`pnpm bench\`; edit \`packages/proof/bench\` instead. Compare figures inside one column: they come from one run on one machine.

- ${findings.map(({ runtime }) => runtime).join(", ")}
- ${machine()}
- ${versions()}

## In short

Ratios of medians. A request's cost is what it takes beyond the same application without CORS; a preflight has no such application, so all of its time counts.

Where an aim names four figures, they are for the four runtimes in turn.

${summaryTable(results)}

## Method

- ${answers} responses were checked before anything was timed: status and every CORS header, each 300 times. The end of the page names the responses in which a peer is known to differ.
- ${TIMES_STARTED} processes per runtime, one after the other, since an engine compiles the same code differently from one process to the next. In each, contenders in turns of ${PROCESS_PACE.turnNanoseconds / 1e6} ms (workerd: ${HTTP_PACE.turnNanoseconds / 1e6} ms), ${PROCESS_PACE.rounds} rounds (workerd: ${HTTP_PACE.rounds}), each round in another order. Where contenders differ little (the gate and the least, trying a policy), there are ${FINE_FACTOR} times as many rounds. Figures are the medians of the processes' medians; in brackets the half of the processes around it.
- Before each turn the young generation of the heap is collected, so that none pays for the garbage of another. A collection within a turn counts.
- A cost is the difference to the same application without CORS, taken within each round.
- workerd's clock stands still inside a request, so its turns are timed from outside. One HTTP request does many runs, and the median of requests for none is subtracted. That column scatters most.
- \`set by hand\` is what an expert writes for this one policy: a \`Set\` of three origins, ACAO, ACAC, \`Vary\` appended, the preflight's response as a literal. It survives no immutable response, no second gate and no header of the application's own.
- \`by hand, R3 R4 R6 kept\` first looks whether the application has set CORS headers or \`Vary\`, as the contract wants it (its rules R3, R4 and R6). One policy is built in, and there is no verdict to ask.
- \`least wrap\` and \`least check, apply\` are the floor: the least code that we could write for the contract. The policy is data, its origins are exact, and responses that take no headers are copied. The one passes on the handler's arguments, promise and error; the other has a verdict to ask. No option and no reason is there.
- The policy is the same for all: three origins, credentials, fixed lists of methods and headers, a max-age.

## Requests

_In italics_ the application without CORS; the others as what they add (+), and that by \`set by hand\` (×).

${requestTables(findings)}

## The gate and the least

The contract's rules alone have a price. The ratio is to the least code that keeps them, and the summary has it too. These five take turns by themselves, since they differ by less than a busy machine adds to one turn.

${costTables(findings, "floor", leastOf)}

## Subdomains

Policies that allow every subdomain of a domain. No peer has patterns, so each is told by what it has: hono/cors by a function, the others by a RegExp. The ratio is to a list of three exact origins.

${patternTables(findings)}

## Decisions

One decision by itself: \`allows\` for an origin, \`check\` for a path. Sixty-four texts ask in turn. A bare \`Set\` keeps no rule of the contract but equality; the ratio is to an exact origin.

${costTables(findings, "decisions", (contender) => (contender.includes("path rule") ? "1 path rule" : EXACT))}

## Single operations

The figures above consist of these. On a fresh response of the application they are the cost that each operation adds, and its ratio to the headers set by hand (×). For the response to a preflight they are the whole cost. A gate at 1.30× of that has 0.30× for everything else, the one pass over the headers among it.

${costTables(findings, "operations", (contender) => (contender.startsWith("`new") || contender === "bare handler" ? undefined : WRITTEN))}

## Responses with more headers

R3, R4 and R6 of the contract want to know which headers the handler has set. One pass over them is cheaper than six look-ups by name while they are few, and dearer when they are many.

${costTables(findings, "responses", (contender) => (contender === "bare handler" ? undefined : "set by hand"))}

## Ways to write a policy

${costTables(findings, "kinds", () => undefined)}

## Long policies

The ratio is to the smallest policy of the same kind. One exact origin alone is not that: it answers everyone alike, without a look-up and without \`Vary\`, so exact lists are compared with two. Sixty-four requests are sent in turn, evenly over the list, to short lists too.

${costTables(findings, "policies", smallestOfKind)}

## Trying a policy

\`reportOnly\` checks by a second policy that only watches. The ratio is to the live gate alone.

${costTables(findings, "trying", (contender) => (contender === "bare handler" ? undefined : ALONE))}

## Hostile requests

Every handler pays for reading the headers. The figures are that, + the work of the gate, and its ratio to the largest honest input of the kind. Such an input is an origin of 326 bytes, or request headers at the bounds of the echo (64 names, 2,048 bytes). The requests are \`Request\` objects; most servers refuse such headers themselves.

${hostileTable(findings)}

## Construction

${costTables(findings, "construction", () => undefined)}

### Many origins

Time, and the growth of the heap beside the list that was given, which workerd does not tell. The texts come out of JSON, so that no one knows their hashes yet. The ratio is to a bare \`Set\` of the same texts: medians of five processes, on workerd of five requests.

${originsTable(results)}

## Start

Importing the bundle and making a gate, each in its own process. Frameworks are part of a bundle that needs one to make its gate. workerd's clock stands still while a module starts.

${coldStartTable(results)}

workerd itself, from its start to the first response, in turns:

${workerStartTable(results)}

## Size

One file by esbuild, minified, for browsers; without the framework that the application has anyway. Crossgate's includes its validation and all messages.

${sizeTable(results)}

## Memory per request

Growth of the heap while nothing is collected, application included. Bun and workerd do not tell.

### actual, allowed

${allocationTable(results, "actual, allowed")}

### preflight, allowed

${allocationTable(results, "preflight, allowed")}

## Over HTTP

A small application on the loopback runs without CORS, with the headers set by hand and with the gate, in turns. There are ${LOAD.rounds} rounds of ${LOAD.seconds} s, with ${LOAD.connections} connections. The client (autocannon) needs its own processor and is the limit for the fastest servers. Node serves through @hono/node-server, which makes no \`Headers\` until a handler asks for them. A handler that looks at Origin pays for that.

${throughputTable(results)}
${
  economy
    ? `
## Preflights

A page in ${economy.browser} sends ${economy.requests} requests with differing methods and headers to four resources. Crossgate is told the page's origin, the others need nothing. Two requests are conditional, which browsers preflight every time. \`packages/proof/e2e/src/preflights\` has the session, and a test that holds the count.

${economyTable(economy)}
`
    : ""
}
## What a person waits for

Medians of single runs, the server's own time among them. The tests count what these consist of: timers that come to their end, origins that are tried.

${boundsTable(results.bounds)}

## Known differences

Peers answer these otherwise than the policy says. They were timed doing so.

${differenceList()}

## Repeat

\`pnpm install\`, then \`pnpm bench\` (this run: ${minutes.toFixed(0)} minutes) on a machine that does nothing else; \`pnpm bench --quick\` only looks at the responses.
`;
}
