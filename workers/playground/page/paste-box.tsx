import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { CopyButton } from "./copy-button.tsx";
import type { Pasted } from "./pasted/read-pasted.ts";
import type { Store } from "./store.ts";

/** What someone has in hand who comes here, and what it comes to. */
export function PasteBox({ store }: { readonly store: Store }): JSX.Element {
  const [pasted, setPasted] = useState<Pasted | "nothing" | undefined>(undefined);
  const onText = async (text: string): Promise<void> => {
    if (text.trim() === "") return setPasted(undefined);
    // Parsers of shells and scripts: for those who paste something.
    const { readPasted } = await import("./pasted/read-pasted.ts");
    const read = readPasted(text, store.places);
    setPasted(read ?? "nothing");
    if (read) store.change(read.scene);
  };
  return (
    <section class="paste" aria-label="What you have">
      <label for="paste">What do you have?</label>
      <textarea
        id="paste"
        class="code"
        rows={2}
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        placeholder="Access to fetch at 'https://api.example.com/' from origin …"
        aria-describedby="paste-hint"
        onInput={(event) => void onText(event.currentTarget.value)}
      />
      <span class="hint" id="paste-hint">
        Paste a line of your browser’s console, the headers of a response (<code>curl -i</code>, or
        the Network tab), a cURL command, a call of fetch or axios, or a URL. It stays in this page.
      </span>
      <Understood pasted={pasted} />
    </section>
  );
}

function Understood(props: { readonly pasted: Pasted | "nothing" | undefined }): JSX.Element {
  const { pasted } = props;
  return (
    <div role="status" class="understood">
      {pasted === "nothing" && (
        <p>
          This is none of these. Copy the whole line that begins with “Access to fetch at”, or
          “Cross-Origin Request Blocked”, or use “Copy as cURL” in the Network tab.
        </p>
      )}
      {typeof pasted === "object" && (
        <>
          {pasted.told.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {pasted.command !== "" && (
            <>
              <p>
                Only a command line may ask that server. This asks it, and says what it answers:
              </p>
              <pre class="command" tabIndex={0} aria-label="The command that asks the server">
                <code>{pasted.command}</code>
              </pre>
              <CopyButton key={pasted.command} label="Copy command" text={() => pasted.command} />
            </>
          )}
        </>
      )}
    </div>
  );
}
