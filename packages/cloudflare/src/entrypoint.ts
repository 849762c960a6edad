import { memberOf, withEntrances } from "@crossgate/core/adapter";
import type { ContextLike, FetchAnswer } from "./host.ts";
import { compilePolicy, type WorkerContext, type WorkerPolicy } from "./policy.ts";

/** A `WorkerEntrypoint` or a Durable Object class, by its shape. */
export type EntrypointClass = new (...args: never[]) => { fetch(...args: never[]): FetchAnswer };

/** The `env` that a class is constructed with. */
export type EnvOfClass<Class> = Class extends new (
  ctx: never,
  env: infer Env,
  ...rest: never[]
) => unknown
  ? Env
  : unknown;

/** The execution context, or the Durable Object's state, that a class is constructed with. */
export type CtxOfClass<Class> = Class extends new (ctx: infer Ctx, ...rest: never[]) => unknown
  ? unknown extends Ctx
    ? Pick<ContextLike, "waitUntil">
    : Ctx
  : never;

/** The same class, whose `fetch` may answer with a promise where it did not before. */
export type GuardedClass<Class extends EntrypointClass> = Pick<Class, keyof Class> &
  (new (...args: ConstructorParameters<Class>) => {
    fetch(...args: Parameters<InstanceType<Class>["fetch"]>): FetchAnswer;
  } & InstanceType<Class>);

type Fetch = (request: Request, ...rest: unknown[]) => FetchAnswer;

/** A `fetch`, and the instance that it belongs to. */
interface Answering {
  readonly instance: object;
  readonly fetch: Fetch;
}

/** A subclass, and not a copy: `instanceof`, statics and RPC methods are the prototype chain's. */
export function guardClass(
  Class: EntrypointClass,
  policy: WorkerPolicy<unknown, unknown>,
): EntrypointClass {
  const Base = Class as unknown as new (...args: unknown[]) => object;
  const guardFor = compilePolicy(policy)(function (
    this: Answering,
    request,
    _context: WorkerContext<unknown, unknown>,
    ...rest
  ) {
    return Reflect.apply(this.fetch, this.instance, [request, ...rest]);
  });
  class Guarded extends Base {
    constructor(...args: unknown[]) {
      super(...args);
      const [ctx, env] = args;
      if (typeof memberOf(this, "fetch") !== "function") {
        throw new TypeError(`withCors needs ${Class.name || "the class"} to have a fetch method`);
      }
      return holdFetch(this, (fetch) => {
        const answering: Answering = { instance: this, fetch };
        return (request, ...rest) => guardFor(env).call(answering, request, { env, ctx }, ...rest);
      });
    }
  }
  Object.defineProperty(Guarded, "name", { value: Class.name, configurable: true });
  return Guarded as unknown as EntrypointClass;
}

/**
 * Guards the `fetch` that an instance has, whether a method, a field or a getter's, and each one
 * that is assigned later. A subclass can't define it as its own field: that throws.
 */
function holdFetch<Instance extends object>(
  instance: Instance,
  guard: (fetch: Fetch) => Fetch,
): Instance {
  const guardMember = (member: unknown): unknown =>
    typeof member === "function" ? guard(member as Fetch) : member;
  const own: unknown = Reflect.get(instance, "fetch");
  let shown = guardMember(own);
  const isHeld = Reflect.defineProperty(instance, "fetch", {
    get: () => shown,
    set: (later: unknown) => {
      shown = guardMember(later);
    },
    enumerable: Object.prototype.propertyIsEnumerable.call(instance, "fetch"),
    configurable: false,
  });
  if (isHeld && Reflect.get(instance, "fetch") === shown) return instance;
  // A proxy shows what it likes, and a frozen instance takes nothing.
  shown = own;
  return withEntrances(instance, { fetch: guardMember }) as Instance;
}
