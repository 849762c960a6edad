/**
 * Adds to a copy of options what a copy leaves out and `Bun.serve` reads all the same: the members
 * of a class instance that stand on its prototypes. An accessor is asked when Bun asks for it, by
 * the object that it belongs to.
 */
export function addInherited(copy: object, given: object): object {
  let owner: object | null = given;
  while (owner !== null && owner !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(owner)) {
      if (name in copy) continue;
      const get = (): unknown => Reflect.get(given, name);
      Object.defineProperty(copy, name, { get, enumerable: true, configurable: true });
    }
    owner = Reflect.getPrototypeOf(owner);
  }
  return copy;
}
