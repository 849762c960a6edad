import type { JSX } from "preact";
import { receivedOf } from "./compare.ts";
import type { Outcome } from "./outcome.ts";
import type { Result } from "./run.ts";
import type { Store } from "./store.ts";
import { type Message, type Player, storyOf } from "./story.ts";

const NAMES: Readonly<Record<Player, string>> = {
  script: "Script",
  browser: "Browser",
  server: "Server",
};
const PARTS: Readonly<Record<Player, string>> = {
  script: "asks",
  browser: "enforces",
  server: "keeps the gate",
};

/** Who said what to whom, in order. */
export function Lanes({ store }: { readonly store: Store }): JSX.Element | null {
  const result = store.result.value;
  if (result === undefined) return null;
  const messages = storyOf(result.request, result.prediction, store.places, observedIn(result));
  return (
    <section class="lanes" aria-labelledby="lanes">
      <h2 id="lanes" class="quiet">
        Every message between the three
      </h2>
      <div class="heads" aria-hidden="true">
        {(["script", "browser", "server"] as const).map((player) => (
          <p key={player} data-player={player}>
            <strong>{NAMES[player]}</strong> {PARTS[player]}
          </p>
        ))}
      </div>
      <ol>
        {messages.map((message, index) => (
          <MessageCard key={index} message={message} />
        ))}
      </ol>
      <Echo result={result} />
      <p class="source">
        The messages are computed: a browser hides preflights, and blocked responses, from every
        page. The computation is the server's own code, run here, and the rules of your browser. To
        see the real ones, open its developer tools, at “Network”.
      </p>
    </section>
  );
}

/** What the visitor's browser has handed over, where it was asked. */
function observedIn({ observation }: Result): Outcome | undefined {
  return observation.kind === "done" ? observation.outcome : undefined;
}

function MessageCard({ message }: { readonly message: Message }): JSX.Element {
  const { from, to, title, code, lines, gate, note, tone } = message;
  return (
    <li class="message" data-from={from} data-to={to} data-tone={tone}>
      <p class="route">
        <span data-player={from}>{NAMES[from]}</span>
        <span aria-hidden="true"> → </span>
        <span class="unseen"> to </span>
        <span data-player={to}>{NAMES[to]}</span> <span class="title">{title}</span>
      </p>
      <pre>
        <code>{code}</code>
      </pre>
      {lines.length > 0 && (
        <dl>
          {lines.map(({ name, value, isCors }, index) => (
            <div key={index} class={isCors ? "cors" : undefined}>
              <dt>{name}:</dt> <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {gate !== "" && (
        <p class="gate">
          <b>The gate:</b> {gate}
        </p>
      )}
      {note !== "" && <p class="note">{note}</p>}
    </li>
  );
}

/** The one thing that is not computed: the request as it arrived, if the script may know. */
function Echo({ result }: { readonly result: Result }): JSX.Element | null {
  const { observation } = result;
  if (observation.kind !== "done" || observation.outcome.kind !== "readable") return null;
  const received = receivedOf(observation.outcome.body);
  if (received === undefined) return null;
  return (
    <div class="echo">
      <h3>Observed by the server</h3>
      <p>What it says, in its response, that your browser sent just now:</p>
      <pre>
        <code>
          {[received.method, ...received.headers.map(([name, value]) => `${name}: ${value}`)].join(
            "\n",
          )}
          {received.body === "" ? "" : `\n\n${received.body}`}
        </code>
      </pre>
    </div>
  );
}
