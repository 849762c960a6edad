// Code may do anything to an object, to its view, or to both. A host may then read the view in any
// way. It gets only guarded entrances (H1).
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withEntrances } from "./entrances.ts";

type Handler = () => string;
type Members = Record<PropertyKey, unknown>;

const NAMES = ["fetch", "handler", "port"] as const;
const ENTRANCES = NAMES.slice(0, 2);
const guarded = new WeakSet<object>();
const guard = (member: unknown): unknown => {
  if (typeof member !== "function") return member;
  const handler: Handler = () => `guarded ${String(member())}`;
  guarded.add(handler);
  return handler;
};
const open: Handler = () => "open";

/** Objects by what gives them their members. */
const OBJECTS: readonly ((members: Members) => Members)[] = [
  (members) => ({ ...members }),
  (members) => Object.assign(Object.create(null) as Members, members),
  (members) => Object.create(members) as Members,
  (members) => Object.freeze({ ...members }),
  (members) => new Proxy({ ...members }, {}),
  (members) => new Proxy({}, { get: (_, name) => members[name] }),
  (members) => new Proxy({ ...members }, { ownKeys: () => [], has: () => false }),
  (members) => Object.assign(() => "called", members),
  (members) => {
    const get = (name: string) => ({ get: () => members[name] });
    return Object.create({}, Object.fromEntries(NAMES.map((name) => [name, get(name)]))) as Members;
  },
];

/** What a program may do to an object once it has its view, or to the view. */
const DEEDS: readonly ((target: Members, name: string, value: unknown) => unknown)[] = [
  (target, name, value) => Reflect.set(target, name, value),
  (target, name, value) => Object.assign(target, { [name]: value }),
  (target, name, value) => Reflect.defineProperty(target, name, { value }),
  (target, name, value) => Reflect.defineProperty(target, name, { value, configurable: true }),
  (target, name, value) => Reflect.defineProperty(target, name, { get: () => value }),
  (target, name) => Reflect.deleteProperty(target, name),
  (target, name, value) => Reflect.setPrototypeOf(target, { [name]: value }),
  (target) => Reflect.preventExtensions(target),
  (target, name, value) => Reflect.set({}, name, value, target),
];

/** How a host, or a program that copies options, may read a member. */
const READINGS: readonly ((view: Members, name: string) => unknown)[] = [
  (view, name) => view[name],
  (view, name) => Reflect.get(view, name, {}),
  (view, name) => ({ ...view })[name],
  (view, name) => Object.assign({}, view)[name as never],
  (view, name) => Object.fromEntries(Object.entries(view))[name],
  (view, name) => (Object.create(view) as Members)[name],
  (view, name) =>
    new Map(Object.getOwnPropertyNames(view).map((own) => [own, view[own]])).get(name),
  (view, name) => Object.getOwnPropertyDescriptor(view, name)?.value as unknown,
  (view, name) => Object.getOwnPropertyDescriptor(view, name)?.get?.call(view),
  (view, name) =>
    Object.defineProperties({}, Object.getOwnPropertyDescriptors(view))[name as never],
];

const value = fc.constantFrom<unknown>(open, undefined, 7, null);
const members = fc.record({ fetch: value, handler: value, port: value });
const deed = fc.record({
  act: fc.constantFrom(...DEEDS),
  onView: fc.boolean(),
  name: fc.constantFrom(...NAMES),
  value,
});

/** A proxy must not show what contradicts its target, and says so; a host then gets nothing. */
function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

describe("the entrances of a view", () => {
  it("are guarded, whatever became of the object and the view", () => {
    let readings = 0;
    let open = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...OBJECTS),
        members,
        fc.array(deed, { maxLength: 6 }),
        fc.boolean(),
        (make, given, deeds, isShell) => {
          const object = make({ ...given });
          const entrances = Object.fromEntries(ENTRANCES.map((name) => [name, guard]));
          const shell = isShell ? Object.assign(() => "shell", { fetch: undefined }) : {};
          const view = withEntrances(object, entrances, shell) as Members;
          for (const { act, onView, name, value } of deeds) {
            attempt(() => act(onView ? view : object, name, value));
            for (const entrance of ENTRANCES) {
              for (const read of READINGS) {
                const got = attempt(() => read(view, entrance));
                readings += 1;
                if (typeof got === "function" && !guarded.has(got)) open += 1;
              }
            }
          }
          expect(open).toBe(0);
        },
      ),
      { numRuns: 2000 },
    );
    expect(readings).toBeGreaterThan(50_000);
  });
});
