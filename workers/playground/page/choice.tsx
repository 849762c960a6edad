import type { ComponentChildren, JSX } from "preact";

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly names: Readonly<Record<string, string>>;
  readonly onChange: (value: string) => void;
}

/** A list to choose from, with its label. */
export function Choice({ id, label, value, names, onChange }: ChoiceProps): JSX.Element {
  return (
    <Labelled id={id} label={label}>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {Object.entries(names).map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** A field with its label. */
export function Labelled(props: {
  readonly id: string;
  readonly label: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      {props.children}
    </div>
  );
}
