import { parseList } from "../fetch/list.ts";
import { ALLOW_HEADERS, ALLOW_METHODS, EXPOSE_HEADERS, MAX_AGE } from "../fetch/cors-header.ts";
import type { HeaderLines } from "./header-lines.ts";

/** Fields in which a handler has a say; one that it did not set is `undefined`. */
export type OwnFields = Readonly<Record<string, string | undefined>>;

const OWN_FIELDS = [EXPOSE_HEADERS, ALLOW_METHODS, ALLOW_HEADERS, MAX_AGE];

/** What a handler said in its own fields, and what a gate wrote over it. */
interface Trace {
  readonly lines: HeaderLines;
  readonly own: OwnFields;
}

/**
 * Of two gates around one handler the outer one decides, so it has to tell their words apart. A copy
 * that middleware makes between them has no trace, and nothing else in a response tells a gate's field
 * from a handler's. The names that the inner gate exposes then count as the handler's. Origin and
 * credentials are the outer gate's in any case.
 */
const TRACES = new WeakMap<Response, Trace>();

/**
 * Tells a gate further out which of a response's fields are a gate's.
 *
 * @param lines what the gate wrote
 * @param own what the handler said, where the lines stand in its place
 */
export function leaveTrace(response: Response, lines: HeaderLines, own: OwnFields = {}): void {
  TRACES.set(response, { lines, own });
}

/**
 * What the handler itself says in its own fields, whatever a gate inside has written over it.
 *
 * @param response what a gate may have left a trace on
 * @param headers those of the response, or of its copy
 */
export function readOwn(response: Response, headers: Headers): OwnFields {
  const trace = TRACES.get(response);
  return Object.fromEntries(
    OWN_FIELDS.map((name) => {
      const value = headers.get(name) ?? undefined;
      return [name, trace ? withoutGates(name, value, trace) : value];
    }),
  );
}

/** Middleware between two gates may have written, too. */
function withoutGates(name: string, value: string | undefined, { lines, own }: Trace) {
  const { [name]: gates = "" } = Object.fromEntries(lines);
  if (value === (gates || undefined)) return own[name];
  if (name !== EXPOSE_HEADERS) return value;
  const between = parseList(value ?? "").filter((exposed) => !parseList(gates).includes(exposed));
  return [own[name] ?? "", ...between].join(",");
}
