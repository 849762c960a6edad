/** Makes of what a host finds in one member what it may call. */
export type Entrance = (member: unknown) => unknown;

/** The members that a host calls with a request, by name. */
export type Entrances = Readonly<Record<string, Entrance>>;

/**
 * Creates a view of an object whose entrances are guarded. The host reads an entrance, and the
 * guard wraps the member as it is then. So a getter is guarded too, and a member that is set later.
 * Every other member is the object's own, and its methods run on the object: private fields and
 * shared state stay in reach. A method that returns the object returns the view.
 *
 * @param given stays as it is; a member that is set on the view stays on the view
 * @param entrances are asked again when the member has changed
 * @param shell a function when the host calls the object itself; its own members hide the given ones
 * @example
 * ```ts
 * const guarded = withEntrances(app, {
 *   fetch: (fetch) => (typeof fetch === "function" ? gate.wrap(bindTo(app, fetch)) : fetch),
 * });
 * ```
 */
export function withEntrances(given: object, entrances: Entrances, shell: object = {}): object {
  return new View(given, entrances, shell).proxy;
}

/**
 * Reads a member that a host would call. A member that every object has, because someone polluted
 * `Object.prototype`, counts as absent.
 */
export function memberOf(given: object, name: string): unknown {
  const member: unknown = Reflect.get(given, name);
  return member === Reflect.get(Object.prototype, name) ? undefined : member;
}

/** Binds a function, even one with its own member `bind` or `apply`. */
export function bindTo<Bound extends (...args: never[]) => unknown>(
  self: unknown,
  member: Bound,
): Bound {
  return Function.prototype.bind.call(member, self) as Bound;
}

class View implements ProxyHandler<object> {
  readonly proxy: object;
  readonly #given: object;
  readonly #entrances: Entrances;
  readonly #guarded = new Map<string, readonly [member: unknown, value: unknown]>();
  readonly #methods = new WeakMap<object, unknown>();

  constructor(given: object, entrances: Entrances, shell: object) {
    this.#given = given;
    this.#entrances = entrances;
    // The target is not the object: a proxy must not show another value than a frozen target has.
    this.proxy = new Proxy(shell, this);
  }

  get(shell: object, key: PropertyKey): unknown {
    const owner = Object.hasOwn(shell, key) ? shell : this.#given;
    if (this.#isEntrance(key)) return this.#guardOnce(String(key), memberOf(owner, String(key)));
    const member: unknown = Reflect.get(owner, key);
    const isMethod = typeof member === "function" && owner === this.#given;
    return isMethod && key !== "constructor" ? this.#methodOf(member) : member;
  }

  set(shell: object, key: PropertyKey, value: unknown): boolean {
    const descriptor = { value, enumerable: true, configurable: true };
    return Reflect.defineProperty(shell, key, descriptor);
  }

  has(shell: object, key: PropertyKey): boolean {
    if (this.#isEntrance(key)) return this.get(shell, key) !== undefined;
    return Reflect.has(shell, key) || Reflect.has(this.#given, key);
  }

  ownKeys(shell: object): (string | symbol)[] {
    const keys = [...Reflect.ownKeys(shell), ...Reflect.ownKeys(this.#given)];
    const names = Object.keys(this.#entrances);
    return [...new Set([...keys, ...names])].filter(
      (key) => !this.#isEntrance(key) || this.has(shell, key),
    );
  }

  getOwnPropertyDescriptor(shell: object, key: PropertyKey): PropertyDescriptor | undefined {
    const get = (): unknown => this.get(shell, key);
    if (this.#isEntrance(key)) {
      return this.has(shell, key) ? { get, enumerable: true, configurable: true } : undefined;
    }
    const descriptor =
      Reflect.getOwnPropertyDescriptor(shell, key) ??
      Reflect.getOwnPropertyDescriptor(this.#given, key);
    return descriptor && { get, enumerable: descriptor.enumerable === true, configurable: true };
  }

  getPrototypeOf(): object | null {
    return Reflect.getPrototypeOf(this.#given);
  }

  /** A frozen target would have to show what it holds itself. */
  preventExtensions(): boolean {
    return false;
  }

  #isEntrance(key: PropertyKey): boolean {
    return Object.hasOwn(this.#entrances, key);
  }

  #guardOnce(name: string, member: unknown): unknown {
    const known = this.#guarded.get(name);
    if (known && known[0] === member) return known[1];
    const value = this.#entrances[name]!(member);
    this.#guarded.set(name, [member, value]);
    return value;
  }

  /** A proxy, because a bound function would lose the method's own members and its constructor. */
  #methodOf(method: object): unknown {
    const known = this.#methods.get(method);
    if (known) return known;
    const { proxy } = this;
    const given = this.#given;
    const forwarded = new Proxy(method, {
      apply(target, self: unknown, args: unknown[]) {
        const onObject = self === proxy ? given : self;
        const result: unknown = Reflect.apply(target as () => unknown, onObject, args);
        return result === given ? proxy : result;
      },
    });
    this.#methods.set(method, forwarded);
    return forwarded;
  }
}
