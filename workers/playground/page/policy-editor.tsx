import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { PREFLIGHT_STATUSES } from "../src/demo/by-hand.ts";
import { FieldInput } from "./field-input.tsx";
import { FIELDS } from "./form.ts";
import { Problems } from "./problems.tsx";
import type { Store } from "./store.ts";
import { Tabs } from "./tabs.tsx";

const KINDS = [
  { id: "policy", name: "Crossgate" },
  { id: "by-hand", name: "Headers by hand" },
] as const;

const WAYS = [
  { id: "form", name: "Form" },
  { id: "code", name: "Code" },
] as const;

/** The server: a policy, or headers that someone wrote by hand. */
export function ServerEditor({ store }: { readonly store: Store }): JSX.Element {
  const { kind } = store.scene.value;
  return (
    <section class="editor" data-player="server" aria-labelledby="server">
      <h2 id="server">The server</h2>
      <Tabs
        label="Kind of server"
        tabs={KINDS}
        selected={kind}
        onSelect={(id) => store.change({ kind: id === "by-hand" ? "by-hand" : "policy" })}
      >
        {kind === "policy" ? <PolicyEditor store={store} /> : <ByHandEditor store={store} />}
      </Tabs>
    </section>
  );
}

function PolicyEditor({ store }: { readonly store: Store }): JSX.Element {
  const [way, setWay] = useState("form");
  return (
    <Tabs label="Way to edit the policy" tabs={WAYS} selected={way} onSelect={setWay}>
      {way === "form" ? <PolicyForm store={store} /> : <PolicyCode store={store} />}
    </Tabs>
  );
}

function PolicyForm({ store }: { readonly store: Store }): JSX.Element {
  const { options, problem } = store.parsed.value;
  if (options === undefined) {
    return (
      <p class="problem">
        The options can’t be read: {problem}. Mend them under “Code”, or take an example.
      </p>
    );
  }
  const often = FIELDS.filter(({ isSeldom }) => !isSeldom);
  const seldom = FIELDS.filter(({ isSeldom }) => isSeldom);
  const unknown = store.issues.value.filter(({ code }) => code === "unknown");
  const isOpen = seldom.some(({ name }) => options[name] !== undefined);
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      {often.map((field) => (
        <FieldInput key={field.name} field={field} options={options} store={store} />
      ))}
      <details open={isOpen}>
        <summary>Seldom needed</summary>
        {seldom.map((field) => (
          <FieldInput key={field.name} field={field} options={options} store={store} />
        ))}
      </details>
      <Problems issues={unknown} />
    </form>
  );
}

function PolicyCode({ store }: { readonly store: Store }): JSX.Element {
  const { policy } = store.scene.value;
  const { problem } = store.parsed.value;
  return (
    <div class="field">
      <label for="policy-code">Options, as createCors takes them</label>
      <textarea
        id="policy-code"
        class="code"
        rows={Math.min(Math.max(policy.split("\n").length + 1, 8), 24)}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        value={policy}
        aria-invalid={problem !== undefined || store.issues.value.length > 0}
        aria-describedby="policy-code-hint policy-code-issues"
        onInput={(event) => store.change({ policy: event.currentTarget.value })}
      />
      <span class="hint" id="policy-code-hint">
        An object of strings, numbers, booleans, lists and RegExps. Functions run in your program
        only.
      </span>
      <div id="policy-code-issues">
        {problem !== undefined && <p class="problem">{problem}</p>}
        <Problems issues={store.issues.value} />
      </div>
    </div>
  );
}

function ByHandEditor({ store }: { readonly store: Store }): JSX.Element {
  const { headers, preflight } = store.scene.value;
  return (
    <>
      <p class="field">
        <label for="by-hand">Headers on every response, a line each</label>
        <textarea
          id="by-hand"
          class="code"
          rows={5}
          spellcheck={false}
          value={headers}
          aria-describedby="by-hand-hint"
          onInput={(event) => store.change({ headers: event.currentTarget.value })}
        />
        <span class="hint" id="by-hand-hint">
          A server without Crossgate. It sends the CORS headers and Vary as they stand here.
        </span>
      </p>
      <p class="field">
        <label for="by-hand-preflight">Status of its response to a preflight</label>
        <select
          id="by-hand-preflight"
          value={String(preflight)}
          onChange={(event) => store.change({ preflight: Number(event.currentTarget.value) })}
        >
          {PREFLIGHT_STATUSES.map((status) => (
            <option key={status} value={String(status)}>
              {status}
            </option>
          ))}
        </select>
      </p>
    </>
  );
}
