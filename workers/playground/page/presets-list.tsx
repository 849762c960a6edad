import type { JSX } from "preact";
import { presetOf } from "./scene-name.ts";
import type { Store } from "./store.ts";

/** Links, so that "back" and "open in a new tab" do what they always do. */
export function PresetsList({ store }: { readonly store: Store }): JSX.Element {
  const current = presetOf(store.scene.value, store.presets);
  return (
    <nav class="presets" aria-label="Examples, in order">
      <ol>
        {store.presets.map(({ id, name }, index) => (
          <li key={id}>
            <a
              href={`#${id}`}
              data-preset={id}
              aria-current={id === current?.id ? "true" : undefined}
            >
              {index + 1}. {name}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** What there is to see in the preset that is shown. */
export function PresetStory({ store }: { readonly store: Store }): JSX.Element {
  const preset = presetOf(store.scene.value, store.presets);
  return (
    <div class="story">
      <h2 id="what">{preset?.name ?? "Your own request"}</h2>
      <p>
        {preset?.story ??
          "Below is what you have set: the server's policy, the page that asks, and its request. The address of this page holds all of it, so it can be shared."}
      </p>
    </div>
  );
}
