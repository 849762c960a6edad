import type { ConfigIssue } from "@crossgate/core";
import type { JSX } from "preact";

/** What `createCors` says, in its own words and order. */
export function Problems(props: {
  readonly issues: readonly ConfigIssue[];
  readonly id?: string;
}): JSX.Element | null {
  if (props.issues.length === 0) return null;
  return (
    <ul class="issues" id={props.id}>
      {props.issues.map(({ path, message }) => (
        <li key={path + message}>
          {path}: {message}
        </li>
      ))}
    </ul>
  );
}
