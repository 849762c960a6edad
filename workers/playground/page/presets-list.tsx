import type { JSX } from "preact";
import { toFragment } from "./scene.ts";
import type { Store } from "./store.ts";

/** Links, so that "back" and "open in a new tab" do what they always do. */
export function PresetsList({ store }: { readonly store: Store }): JSX.Element {
  const current = toFragment(store.scene.value);
  return (
    <nav class="presets" aria-label="Examples">
      <ol>
        {store.presets.map(({ id, name, scene }) => {
          const fragment = toFragment(scene);
          return (
            <li key={id}>
              <a
                href={fragment}
                data-preset={id}
                aria-current={fragment === current ? "true" : undefined}
              >
                {name}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** What there is to see in the preset that is shown. */
export function PresetStory({ store }: { readonly store: Store }): JSX.Element {
  const current = toFragment(store.scene.value);
  const preset = store.presets.find(({ scene }) => toFragment(scene) === current);
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
