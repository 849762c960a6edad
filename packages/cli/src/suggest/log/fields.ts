import { fieldName } from "./field-names.ts";

/** The fields of one record, by one spelling of their names. */
export class Fields {
  readonly #headers = new Map<string, string>();
  readonly #others = new Map<string, string>();
  /** Whether the record has every header of the request, so that what is absent was not sent. */
  hasAllHeaders = false;

  /** What a field says; empty where the record says that there was none. */
  text(name: string): string | undefined {
    return this.#headers.get(name) ?? this.#others.get(name);
  }

  /** Takes down a header of the request. Several of one name become one, as servers join them. */
  addHeader(name: string, value: string): void {
    const key = fieldName(name);
    const before = this.#headers.get(key);
    this.#headers.set(key, before === undefined ? cleaned(value) : `${before}, ${value}`);
  }

  /** Takes down another field. The first of a name counts, or the first origin that is one. */
  add(name: string, value: string): void {
    const key = fieldName(name);
    const before = this.#others.get(key);
    const isBetter = key === "origin" && isWritten(value) && !isWritten(before ?? "");
    if (before === undefined || isBetter) this.#others.set(key, cleaned(value));
  }
}

/** Whether a text is written as origins are; loggers use the word for other things too. */
export function isWritten(origin: string): boolean {
  return origin === "null" || origin.includes("://");
}

/** Most servers write a dash for nothing. */
function cleaned(value: string): string {
  return value === "-" ? "" : value;
}
