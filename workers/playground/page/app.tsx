import type { JSX } from "preact";
import { Lanes } from "./lanes.tsx";
import { PasteBox } from "./paste-box.tsx";
import { ServerEditor } from "./policy-editor.tsx";
import { PresetsList, PresetStory } from "./presets-list.tsx";
import { Reason } from "./reason.tsx";
import { RequestEditor } from "./request-editor.tsx";
import { SnippetsPanel } from "./snippets-panel.tsx";
import type { Store } from "./store.ts";
import { VerdictPanel } from "./verdict.tsx";

export function App({ store }: { readonly store: Store }): JSX.Element {
  return (
    <>
      <PasteBox store={store} />
      <PresetsList store={store} />
      <main>
        <div class="told">
          <PresetStory store={store} />
          <VerdictPanel store={store} />
          <Reason store={store} />
          <Lanes store={store} />
        </div>
        <div class="asked">
          <RequestEditor store={store} />
          <ServerEditor store={store} />
          <SnippetsPanel store={store} />
        </div>
      </main>
    </>
  );
}
