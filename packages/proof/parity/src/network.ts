import { filledStep } from "@crossgate/browser/fixtures/run-on-model";
import type { Line, Places, Scenario } from "@crossgate/browser/fixtures/scenario";
import {
  pageUrlOf,
  reply,
  sentLine,
  urlOfStep,
  wireLine,
} from "@crossgate/browser/fixtures/server";
import type { HarnessResult } from "./harness-page.ts";
import { harnessHtml } from "./harness-page.ts";
import type { WireReply, WireRequest } from "./wire-server.ts";
import { listenAtPlaces } from "./places.ts";

/** A scenario with the id its URLs carry. */
export interface Case {
  readonly id: string;
  readonly scenario: Scenario;
}

/** What a browser and the servers saw of a case. */
export interface Observed {
  readonly results: readonly HarnessResult[];
  /** Wire lines per step. */
  readonly wire: readonly (readonly string[])[];
  /** The other headers of these requests, per step. */
  readonly sent: readonly (readonly string[])[];
}

/** Servers on loopback, and the queue a page of theirs works off. */
export interface Network {
  readonly places: Places;
  readonly harness: string;
  run(cases: readonly Case[]): Promise<ReadonlyMap<string, Observed>>;
  /** Sets a case of one step up, for a client that is no browser; the wire fills as it asks. */
  prepare(one: Case): { readonly url: string; readonly wire: readonly string[] };
  close(): void;
}

interface Run {
  readonly scenario: Scenario;
  readonly wire: string[][];
  readonly sent: string[][];
  isDone: boolean;
}

/** Starts the servers. Two ports and two names make four origins. */
export async function startNetwork(): Promise<Network> {
  const runs = new Map<string, Run>();
  const queue = createQueue();
  let places: Places | undefined;

  async function handle(request: WireRequest): Promise<WireReply> {
    const [, first = "", id = "", hop = ""] = request.target.split(/[/?#]/);
    const rest = request.target.slice(`/${first}/${id}/${hop}`.length);
    if (first === "harness") return harnessPage(request.target);
    if (first === "queue") return json(await queue.exchange(request.body));
    const run = runs.get(id);
    if (!run || !places) return { status: 404, headers: [["Content-Length", "0"]], body: "" };
    if (first === "mark") {
      run.wire.push([]);
      run.sent.push([]);
      return json(null);
    }
    if (first === "done") {
      run.isDone = true;
      return json(null);
    }
    const received = { ...request, hop: Number(hop), rest };
    run.wire.at(-1)?.push(wireLine(received, places));
    run.sent.at(-1)?.push(sentLine(received, places));
    const answer = reply(run.scenario, places, id, received);
    if (answer.delay !== undefined)
      await new Promise((resolve) => setTimeout(resolve, answer.delay));
    return answer;
  }

  const { places: known, close } = await listenAtPlaces(handle);
  places = known;
  return {
    places: known,
    harness: `${known.page}/harness`,
    async run(cases) {
      for (const { id, scenario } of cases)
        runs.set(id, { scenario, wire: [], sent: [], isDone: false });
      const tasks = cases.map(({ id, scenario }) => ({
        id,
        frame: pageUrlOf(scenario, known).slice(`${known.page}/harness`.length),
        steps: scenario.steps.map((step) => ({
          ...filledStep(step, known),
          url: urlOfStep(scenario, step, known, id),
        })),
      }));
      const results = await withDeadline(queue.work(tasks), () => {
        const open = cases.filter(({ id }) => isUnfinished(runs.get(id)));
        return `the page stopped at ${JSON.stringify(open.slice(0, 8))}`;
      });
      return new Map(
        cases.map(({ id }) => [
          id,
          {
            results: results.get(id) ?? [],
            wire: runs.get(id)?.wire ?? [],
            sent: runs.get(id)?.sent ?? [],
          },
        ]),
      );
    },
    prepare({ id, scenario }) {
      const wire: string[] = [];
      runs.set(id, { scenario, wire: [wire], sent: [[]], isDone: false });
      return { url: urlOfStep(scenario, scenario.steps[0] ?? {}, known, id), wire };
    },
    close() {
      queue.stop();
      close();
    },
  };
}

/** Longer than any batch takes; a browser that hangs should say where, and not wait for ever. */
const deadline = 90_000;

async function withDeadline<Value>(work: Promise<Value>, describe: () => string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(describe())), deadline);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function isUnfinished(run: Run | undefined): boolean {
  return run !== undefined && run.wire.length > 0 && !run.isDone;
}

interface Task {
  readonly id: string;
}

interface Batch {
  readonly tasks: readonly Task[];
  readonly done: (results: ReadonlyMap<string, readonly HarnessResult[]>) => void;
}

interface Queue {
  /** The page hands in results, and gets the next tasks: an empty list when it shall ask again. */
  exchange(body: string): Promise<readonly Task[]>;
  work(tasks: readonly Task[]): Promise<ReadonlyMap<string, readonly HarnessResult[]>>;
  stop(): void;
}

function createQueue(): Queue {
  let waiting: ((tasks: readonly Task[]) => void) | undefined;
  let batch: Batch | undefined;
  return {
    exchange(body) {
      const given = body === "" ? undefined : (JSON.parse(body) as [string, HarnessResult[]][]);
      if (given) {
        const finished = batch;
        batch = undefined;
        finished?.done(new Map(given));
      } else if (batch) {
        return Promise.resolve(batch.tasks);
      }
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    work(tasks) {
      return new Promise((resolve) => {
        batch = { tasks, done: resolve };
        waiting?.(tasks);
        waiting = undefined;
      });
    },
    stop() {
      waiting?.([]);
    },
  };
}

/** The page, with the policies that its URL asks for. */
function harnessPage(target: string): WireReply {
  const query = new URLSearchParams(target.split("?")[1]);
  const { headers, ...rest } = page("text/html; charset=utf-8", harnessHtml);
  const policies: Line[] = [
    ["Referrer-Policy", query.get("referrerPolicy") ?? ""],
    ["Cross-Origin-Embedder-Policy", query.get("embedderPolicy") ?? ""],
  ];
  return { ...rest, headers: [...headers, ...policies.filter(([, value]) => value !== "")] };
}

function json(value: unknown): WireReply {
  const text = JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return page("application/json", text);
}

function page(type: string, body: string): WireReply {
  return {
    status: 200,
    headers: [
      ["Content-Type", type],
      ["Content-Length", String(Buffer.byteLength(body, "latin1"))],
      ["Cache-Control", "no-store"],
      // The sandboxed frame is its own origin, and loads this page too.
      ["Access-Control-Allow-Origin", "*"],
      ["Cross-Origin-Resource-Policy", "cross-origin"],
    ],
    body,
  };
}
