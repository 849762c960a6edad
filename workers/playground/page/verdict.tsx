import type { JSX } from "preact";
import { CopyButton } from "./copy-button.tsx";
import type { Outcome } from "./outcome.ts";
import { Problems } from "./problems.tsx";
import type { Observation, Result } from "./run.ts";
import { shorten } from "./shorten.ts";
import type { Store } from "./store.ts";

const RULES = {
  chromium: "Chromium's rules",
  firefox: "Firefox's rules",
  webkit: "WebKit's rules",
  spec: "the standard's rules",
} as const;

/** The prediction, beside what the visitor's browser just did. */
export function VerdictPanel({ store }: { readonly store: Store }): JSX.Element {
  const { obstacle, result, sendAgain } = store;
  const told = result.value;
  const kind = told?.prediction.outcome.kind ?? "none";
  return (
    <div
      class="verdict"
      data-run={told?.request.url}
      data-outcome={kind}
      data-observation={agreement(told?.observation, obstacle.value)}
    >
      <p class="headline" role="status" tabIndex={-1}>
        {told === undefined ? obstacle.value || "Working it out …" : headline(told)}
      </p>
      {told === undefined && store.scene.value.kind === "policy" && (
        <Problems issues={store.issues.value} />
      )}
      {told && <ConsoleLine result={told} />}
      {told && <Outcomes result={told} />}
      {told && <Differences observation={told.observation} />}
      <p class="actions">
        {told?.observation.kind === "done" && (
          <button type="button" onClick={sendAgain}>
            Send again
          </button>
        )}
        <CopyButton label="Copy link" text={() => location.href} />
      </p>
    </div>
  );
}

/** What the visitor's own browser writes into its console. */
function ConsoleLine({ result }: { readonly result: Result }): JSX.Element | null {
  const { error } = result.prediction;
  if (error === undefined) return null;
  return (
    <pre class="console" aria-label="The line in your browser's console" tabIndex={0}>
      <code>{shorten(error.message)}</code>
    </pre>
  );
}

function Outcomes({ result }: { readonly result: Result }): JSX.Element {
  const { prediction, observation } = result;
  return (
    <div class="outcomes">
      <section aria-labelledby="predicted">
        <h3 id="predicted">
          Predicted <small>by {RULES[prediction.profile]}</small>
        </h3>
        <p class="outcome">
          <OutcomeText outcome={prediction.outcome} code={prediction.error?.code} />
        </p>
      </section>
      <section aria-labelledby="observed">
        <h3 id="observed">
          Observed <small>in your own browser</small>
        </h3>
        <p class="outcome">
          <ObservationText observation={observation} />
        </p>
      </section>
    </div>
  );
}

function headline({ prediction, observation }: Result): string {
  const said = prediction.outcome.kind === "readable" ? "Readable" : "Blocked";
  if (observation.kind === "pending") return `${said}, by the model. Asking your browser …`;
  if (observation.kind === "not-asked") return `${said}, by the model.`;
  if (observation.outcome.kind === "unreachable") return "Your browser reached no one.";
  return observation.differences.length === 0
    ? `${said}. Model and browser say the same.`
    : "Your browser differs from the model.";
}

function agreement(observation: Observation | undefined, obstacle: string): string {
  if (observation === undefined) return obstacle === "" ? "pending" : "none";
  if (observation.kind !== "done") return observation.kind;
  return observation.differences.length === 0 ? "same" : "differs";
}

function OutcomeText(props: {
  readonly outcome: Outcome;
  readonly code?: string | undefined;
}): JSX.Element {
  const { outcome, code } = props;
  if (outcome.kind === "readable") {
    const names = outcome.headers.map(([name]) => name).toSorted();
    return (
      <>
        <strong>{outcome.status}</strong>
        {outcome.redirected ? " after a redirect" : ""}, headers {names.join(", ") || "none"}
      </>
    );
  }
  return (
    <>
      <strong>{outcome.error}</strong>
      {code === undefined ? "" : ` (${code})`}
    </>
  );
}

function ObservationText({ observation }: { readonly observation: Observation }): JSX.Element {
  switch (observation.kind) {
    case "pending":
      return <>Asking …</>;
    case "not-asked":
      return <>{observation.why}</>;
    default:
      return <OutcomeText outcome={observation.outcome} />;
  }
}

function Differences({ observation }: { readonly observation: Observation }): JSX.Element | null {
  if (observation.kind !== "done" || observation.differences.length === 0) return null;
  if (observation.outcome.kind === "unreachable") {
    return (
      <p>
        The demonstration does not answer at all: the network, an extension or a proxy is in
        between. This is not CORS, and says nothing about the prediction.
      </p>
    );
  }
  return (
    <ul class="differences">
      {observation.differences.map((difference) => (
        <li key={difference}>{difference}</li>
      ))}
    </ul>
  );
}
