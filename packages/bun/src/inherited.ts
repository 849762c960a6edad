/**
 * Adds to a copy of options what a copy leaves out and `Bun.serve` reads all the same: members that
 * are not enumerable, and those on the prototypes of a class instance. An accessor among them is
 * asked when Bun asks for it, by the object that it belongs to. A copy of the copy leaves them out
 * again.
 */
export function addInherited(copy: object, given: object): object {
  let owner: object | null = given;
  while (owner !== null && owner !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (name in copy) continue;
      const get = (): unknown => Reflect.get(given, name);
      const set = (value: unknown): void => {
        Object.defineProperty(copy, name, { value, writable: true, configurable: true });
      };
      Object.defineProperty(copy, name, { get, set, configurable: true });
    }
    owner = Reflect.getPrototypeOf(owner);
  }
  return copy;
}
