import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { CopyButton } from "./copy-button.tsx";
import { snippetsFor } from "./snippets.ts";
import type { Store } from "./store.ts";
import { Tabs } from "./tabs.tsx";

/** The policy as a program, for the server that the visitor really has. */
export function SnippetsPanel({ store }: { readonly store: Store }): JSX.Element | null {
  const [host, setHost] = useState("hono");
  const { kind } = store.scene.value;
  const { options } = store.parsed.value;
  if (kind !== "policy" || options === undefined || store.issues.value.length > 0) return null;
  const snippets = snippetsFor(options);
  const snippet = snippets.find((one) => one.host === host) ?? snippets[0];
  if (snippet === undefined) return null;
  const tabs = snippets.map((one) => ({ id: one.host, name: one.name }));
  return (
    <section class="snippets" aria-labelledby="snippets">
      <h2 id="snippets">This policy in your server</h2>
      <Tabs label="Host" tabs={tabs} selected={snippet.host} onSelect={setHost}>
        <p class="file">
          <code>{snippet.file}</code>
          <CopyButton key={snippet.code} label="Copy" text={() => snippet.code} />
        </p>
        <pre tabIndex={0} aria-label={`${snippet.file} for ${snippet.name}`}>
          <code>{snippet.code}</code>
        </pre>
        <p class="hint">
          <code>npm install {snippet.packages}</code>
        </p>
      </Tabs>
    </section>
  );
}
