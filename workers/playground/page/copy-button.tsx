import type { JSX } from "preact";
import { useState } from "preact/hooks";

interface CopyProps {
  readonly label: string;
  readonly text: () => string;
}

/** Copies, and says whether it did. */
export function CopyButton({ label, text }: CopyProps): JSX.Element {
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text());
      setSaid("Copied.");
    } catch {
      setSaid("Your browser does not let a page copy.");
    }
  };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {label}
      </button>
      <span role="status" class="said">
        {said}
      </span>
    </>
  );
}
