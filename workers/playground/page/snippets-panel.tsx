import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { OptionsRecord } from "../src/demo/options-text.ts";
import { CopyButton } from "./copy-button.tsx";
import { neededOptions } from "./mend.ts";
import { snippetsFor } from "./snippets/index.ts";
import { issuesOf, type Store } from "./store.ts";
import { Tabs } from "./tabs.tsx";

/** The policy as a program, for the server that the visitor really has. */
export function SnippetsPanel({ store }: { readonly store: Store }): JSX.Element | null {
  const [host, setHost] = useState("hono");
  const { kind, method } = store.scene.value;
  const options = optionsFor(store);
  if (options === undefined || issuesOf({ options }).length > 0) return null;
  const snippets = snippetsFor(options, method);
  const snippet = snippets.find((one) => one.host === host) ?? snippets[0];
  if (snippet === undefined) return null;
  const tabs = snippets.map((one) => ({ id: one.host, name: one.name }));
  return (
    <section class="snippets" aria-labelledby="snippets">
      <h2 id="snippets">
        {kind === "policy"
          ? "This policy in your server"
          : "What this request needs, in your server"}
      </h2>
      <Tabs label="Host" tabs={tabs} selected={snippet.host} onSelect={setHost}>
        <p class="file">
          <code>{snippet.file}</code>
          <CopyButton key={snippet.code} label="Copy" text={() => snippet.code} />
        </p>
        <pre tabIndex={0} aria-label={`${snippet.file} for ${snippet.name}`}>
          <code>{snippet.code}</code>
        </pre>
        {snippet.install !== "" && (
          <p class="hint">
            <code>{snippet.install}</code>
          </p>
        )}
      </Tabs>
    </section>
  );
}

/** The visitor's own policy; or, for a server by hand, the one that its request needs. */
function optionsFor({ scene, parsed, pageOrigin }: Store): OptionsRecord | undefined {
  if (scene.value.kind === "policy") return parsed.value.options;
  return pageOrigin.value === "" ? undefined : neededOptions(scene.value, pageOrigin.value);
}
