import { type CorsBlockedError, corsCodes } from "@crossgate/browser";
import type { JSX } from "preact";
import { adviceOf } from "./advice.ts";
import { type Mend, mendOf } from "./mend.ts";
import { notesOf } from "./notes.ts";
import type { Result } from "./run.ts";
import { shorten } from "./shorten.ts";
import type { Store } from "./store.ts";

/** Why it is as it is, in the browsers' words and in plain ones, and what to change. */
export function Reason({ store }: { readonly store: Store }): JSX.Element | null {
  const result = store.result.value;
  if (result === undefined) return null;
  const { prediction } = result;
  const { error } = prediction;
  const mend = mendOf(store.scene.value, store.pageOrigin.value, prediction);
  const notes = notesOf(prediction, store.pageOrigin.value);
  if (error === undefined && notes.length === 0) return null;
  return (
    <section class="reason" aria-labelledby="reason">
      <h2 id="reason">{error ? "Why, and how to mend it" : "What no browser tells"}</h2>
      {error && <Blocked result={result} mend={mend} store={store} />}
      {error === undefined && <MendButton mend={mend} store={store} />}
      {notes.length > 0 && (
        <>
          {error && <h3>What else is there</h3>}
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface MendProps {
  readonly mend: Mend | undefined;
  readonly store: Store;
}

function MendButton({ mend, store }: MendProps): JSX.Element | null {
  if (mend === undefined) return null;
  return (
    <p>
      <button
        type="button"
        class="mend"
        onClick={() => {
          store.change(mend.scene);
          // The button is gone once nothing is to mend, and the verdict says what came of it.
          document.querySelector<HTMLElement>(".verdict .headline")?.focus();
        }}
      >
        {mend.label}
      </button>
    </p>
  );
}

function Blocked({
  result,
  ...mending
}: MendProps & { readonly result: Result }): JSX.Element | null {
  const { error } = result.prediction;
  if (error === undefined) return null;
  return (
    <>
      <p>{error.explanation}</p>
      <p class="fix">{adviceOf(error, mending.store.pageOrigin.value)}</p>
      <MendButton {...mending} />
      <Names error={error} />
      <ConsoleWords result={result} />
    </>
  );
}

/** What the error is called, here and elsewhere. */
function Names({ error }: { readonly error: CorsBlockedError }): JSX.Element {
  const { code, chromium } = error;
  const { firefox, step } = corsCodes[code];
  return (
    <dl class="names">
      <div>
        <dt>Here</dt>
        <dd>
          <a href={`/errors/${code}`}>{code}</a>
        </dd>
      </div>
      {chromium !== null && (
        <div>
          <dt>Chromium</dt>
          <dd>{chromium}</dd>
        </div>
      )}
      {firefox !== null && (
        <div>
          <dt>Firefox</dt>
          <dd>{firefox}</dd>
        </div>
      )}
      <div>
        <dt>Standard</dt>
        <dd>
          <a href={step}>{step.replace("https://fetch.spec.whatwg.org/", "Fetch, ")}</a>
        </dd>
      </div>
    </dl>
  );
}

function ConsoleWords({ result }: { readonly result: Result }): JSX.Element {
  return (
    <details>
      <summary>What stands in the console</summary>
      <dl class="words">
        {result.words.map(([browser, line]) => (
          <div key={browser}>
            <dt>{browser}</dt>
            <dd>{shorten(line)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
