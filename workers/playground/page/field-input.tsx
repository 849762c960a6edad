import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { type OptionsRecord } from "../src/demo/options-text.ts";
import { printOptions, printValue } from "../src/demo/print-options.ts";
import { type Field, fieldText, fieldValue, withField } from "./form.ts";
import { Problems } from "./problems.tsx";
import type { Store } from "./store.ts";

interface FieldProps {
  readonly field: Field;
  readonly options: OptionsRecord;
  readonly store: Store;
}

/** One option: its label, its input, what it is for, and what `createCors` says about it. */
export function FieldInput({ field, options, store }: FieldProps): JSX.Element {
  const { name, hint, kind } = field;
  const text = fieldText(field, options[name]);
  const issues = store.issues.value.filter(({ path }) => path.replace(/\[.*$/u, "") === name);
  const id = `field-${name}`;
  const describedBy = `${id}-hint${issues.length > 0 ? ` ${id}-issues` : ""}`;
  const onText = (typed: string): void =>
    store.change({ policy: printOptions(withField(options, field, typed)) });
  const control = { id, "aria-describedby": describedBy, "aria-invalid": issues.length > 0 };
  return (
    <div class="field" data-kind={kind} data-field={name}>
      <label for={id}>{name}</label>
      {text === undefined ? (
        <output id={id} class="only-code" aria-describedby={describedBy}>
          {printValue(options[name])} <em>(set in the code)</em>
        </output>
      ) : kind === "switch" ? (
        <input
          type="checkbox"
          {...control}
          checked={text === "true"}
          onChange={(event) => onText(event.currentTarget.checked ? "true" : "")}
        />
      ) : (
        <TextInput field={field} control={control} text={text} onText={onText} />
      )}
      <span class="hint" id={`${id}-hint`}>
        {hint}
      </span>
      <Problems issues={issues} id={`${id}-issues`} />
    </div>
  );
}

interface TextInputProps {
  readonly field: Field;
  readonly control: Readonly<Record<"id" | "aria-describedby", string>> & {
    readonly "aria-invalid": boolean;
  };
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Keeps what is being typed (a blank, an empty line) for as long as it means the same. */
function TextInput({ field, control, text, onText }: TextInputProps): JSX.Element {
  const [draft, setDraft] = useState(text);
  const meant = fieldText(field, fieldValue(field.kind, draft));
  const props = {
    ...control,
    value: meant === text ? draft : text,
    placeholder: field.fallback,
    spellcheck: false,
    autocomplete: "off",
    autocapitalize: "off",
    onInput: (event: { readonly currentTarget: { readonly value: string } }): void => {
      setDraft(event.currentTarget.value);
      onText(event.currentTarget.value);
    },
  } as const;
  if (field.kind !== "origins") {
    const inputMode = field.kind === "number" ? "numeric" : "text";
    return <input type="text" inputMode={inputMode} {...props} />;
  }
  return <textarea rows={Math.min(Math.max(props.value.split("\n").length, 1), 8)} {...props} />;
}
