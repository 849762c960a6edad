import type { JSX } from "preact";
import type { Store } from "./store.ts";

/** Everything that `createCors` says, in its own words and order. */
export function Problems({ store }: { readonly store: Store }): JSX.Element {
  const issues = store.issues.value;
  const { problem } = store.parsed.value;
  return (
    <div id="problems" class="problems" role="status">
      {problem !== undefined && <p>The options can’t be read: {problem}</p>}
      {issues.length > 0 && (
        <>
          <p>createCors refuses this policy:</p>
          <ul data-issues>
            {issues.map(({ path, message }) => (
              <li key={path + message}>
                {path}: {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
