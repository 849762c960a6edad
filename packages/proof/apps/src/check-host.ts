import { loadApp } from "./apps/all.ts";
import { sourcesOf } from "./escapes.ts";
import { exchange, type Answer } from "./exchange.ts";
import type { Host } from "./hosts/host.ts";
import { difference, expected, type Source } from "./oracle.ts";
import { POLICIES, type PolicyName } from "./policies.ts";
import { REQUESTS, type Asked } from "./request.ts";
import type { Started } from "./start-all.ts";

/** What became of one app in one form on one host. */
export interface Row {
  readonly host: string;
  readonly form: string;
  readonly app: string;
  /** Answers compared with those of the app without a gate. */
  readonly compared: number;
  /** Why nothing was: the app does not start there, with a gate or without. */
  readonly refused?: string;
  readonly faults: readonly string[];
}

/** The state that a request leaves behind shows when the same is asked once more. */
const ROUNDS = 2;
const POLICY_NAMES = Object.keys(POLICIES) as PolicyName[];

export async function checkHost(host: Host): Promise<readonly Row[]> {
  const groups = new Map<string, Started[]>();
  for (const server of host.servers) {
    const key = `${server.app}, ${server.form}`;
    groups.set(key, [...(groups.get(key) ?? []), server]);
  }
  const rows: Row[] = [];
  for (const servers of groups.values()) rows.push(await checkApp(host.name, servers));
  return rows;
}

async function checkApp(host: string, servers: readonly Started[]): Promise<Row> {
  const { app = "", form = "" } = servers[0] ?? {};
  const serverOf = (gate: string) => servers.find((server) => server.gate === gate);
  const plain = serverOf("none");
  const guarded = POLICY_NAMES.map((policy) => ({ policy, server: serverOf(policy) }));
  const row = { host, form, app };
  const notStarted = guarded.filter(({ server }) => server?.port === undefined);
  if (plain?.port === undefined || notStarted.length === guarded.length) {
    const refused = plain?.error ?? notStarted[0]?.server?.error ?? "";
    // A gate may refuse by name what would start without it, and nothing else may.
    const isFault = plain?.port !== undefined && !refused.includes("withCors");
    return {
      ...row,
      compared: 0,
      refused,
      faults: isFault ? [`${host}, ${form}, ${app}: ${refused}`] : [],
    };
  }
  const sources = await sourcesOf(
    app,
    host === "Deno.serve" && form === "object" ? "handler" : "fetch",
  );
  const answers = await askAll(app, plain.port);
  const faults: string[] = [];
  let compared = 0;
  for (const { policy, server } of guarded) {
    const got = await askAll(app, server?.port ?? 0);
    for (const [index, { asked, answer }] of got.entries()) {
      compared++;
      const own = answers[index]?.answer;
      const source = sourceIn(host, form, app, sources.get(asked) ?? "app");
      if (!own) continue;
      const fault = difference(expected(own, source, asked, policy), answer);
      if (fault) faults.push(`${host}, ${form}, ${app}, ${policy}: ${asked.name}: ${fault}`);
    }
  }
  return { ...row, compared, faults };
}

/** An object's own handler of errors answers before the host does, on the host that calls it. */
function sourceIn(host: string, form: string, app: string, source: Source): Source {
  const isAsked =
    (app === "Deno's options" && host === "Deno.serve" && form === "object") ||
    (app === "Bun's options" && host.startsWith("Bun") && form !== "function");
  if (isAsked) return "app";
  const isAskedInVain =
    (app === "Deno's options, onError fails" && host === "Deno.serve" && form === "object") ||
    (app === "Bun's options, error fails" && host.startsWith("Bun") && form !== "function");
  return isAskedInVain && source === "thrown" ? "host" : source;
}

async function askAll(
  app: string,
  port: number,
): Promise<readonly { readonly asked: Asked; readonly answer: Answer }[]> {
  const { paths } = await loadApp(app);
  const answers = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const asked of REQUESTS) {
      const { path, method, headers } = asked;
      const own = path === "/missing" ? path : (paths?.[path] ?? path);
      const answer = await exchange(port, own, method, headers);
      answers.push({ asked, answer });
    }
  }
  return answers;
}
