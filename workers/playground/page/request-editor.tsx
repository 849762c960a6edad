import type { JSX } from "preact";
import { type Answer, ANSWERS } from "../src/demo/call.ts";
import { Choice, Labelled } from "./choice.tsx";
import { CREDENTIALS, METHODS, oneOf, type Scene } from "./scene.ts";
import type { Store } from "./store.ts";

const ANSWER_NAMES: Readonly<Record<Answer, string>> = {
  data: "200, with data",
  labelled: "200, with an x-request-id header",
  visits: "200, counts visits in a cookie",
  missing: "404, no such resource",
  error: "500, something broke",
  redirect: "307, to the same server",
  elsewhere: "307, to another origin",
};

const CREDENTIALS_NAMES: Readonly<Record<Scene["credentials"], string>> = {
  "same-origin": "same-origin (the default)",
  include: "include",
  omit: "omit",
};

/** The page and what its script asks. */
export function RequestEditor({ store }: { readonly store: Store }): JSX.Element {
  const scene = store.scene.value;
  const { change } = store;
  return (
    <section class="editor" data-player="script" aria-labelledby="request">
      <h2 id="request">The page and its request</h2>
      <form onSubmit={(event) => event.preventDefault()}>
        <OriginField store={store} />
        <Choice
          id="method"
          label="Method"
          value={scene.method}
          names={Object.fromEntries(METHODS.map((method) => [method, method]))}
          onChange={(value) => change({ method: oneOf(METHODS, value) })}
        />
        <Choice
          id="answer"
          label="What the server answers"
          value={scene.answer}
          names={ANSWER_NAMES}
          onChange={(value) => change({ answer: oneOf(ANSWERS, value) })}
        />
        <Choice
          id="credentials"
          label="Credentials"
          value={scene.credentials}
          names={CREDENTIALS_NAMES}
          onChange={(value) => change({ credentials: oneOf(CREDENTIALS, value) })}
        />
        <TextFields store={store} />
      </form>
    </section>
  );
}

function TextFields({ store }: { readonly store: Store }): JSX.Element {
  const { method, requestHeaders, body } = store.scene.value;
  const hasNoBody = method === "GET" || method === "HEAD";
  return (
    <>
      <Labelled id="request-headers" label="Headers, a line each">
        <textarea
          id="request-headers"
          class="code"
          rows={2}
          maxLength={1000}
          spellcheck={false}
          placeholder="x-demo: 1"
          value={requestHeaders}
          onInput={(event) => store.change({ requestHeaders: event.currentTarget.value })}
        />
      </Labelled>
      <Labelled id="request-body" label={hasNoBody ? "Body (this method has none)" : "Body"}>
        <textarea
          id="request-body"
          class="code"
          rows={2}
          maxLength={1000}
          spellcheck={false}
          disabled={hasNoBody}
          value={body}
          onInput={(event) => store.change({ body: event.currentTarget.value })}
        />
      </Labelled>
    </>
  );
}

function OriginField({ store }: { readonly store: Store }): JSX.Element {
  const { scene, change, places } = store;
  const { origin } = scene.value;
  return (
    <div class="field">
      <label for="page-origin">Whose page asks</label>
      <input
        id="page-origin"
        type="text"
        inputMode="url"
        list="page-origins"
        spellcheck={false}
        autocomplete="off"
        maxLength={300}
        placeholder={places.page}
        value={origin}
        aria-describedby="page-origin-hint"
        onInput={(event) => change({ origin: event.currentTarget.value.trim() })}
      />
      <datalist id="page-origins">
        <option value={places.page} />
        <option value="null" />
        <option value="https://partner.example" />
        <option value="https://myapp.com" />
      </datalist>
      <span class="hint" id="page-origin-hint">
        Empty: this page. null: a sandboxed frame of it. Your browser can be these two; any other
        origin is predicted only.
      </span>
    </div>
  );
}
