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

interface Instance {
  fetch(request: Request, ...rest: unknown[]): FetchAnswer;
}

/** A subclass, and not a copy: `instanceof`, statics and RPC methods are the prototype chain's. */
export function guardClass(
  Class: EntrypointClass,
  policy: WorkerPolicy<unknown, unknown>,
): EntrypointClass {
  const Base = Class as unknown as new (...args: unknown[]) => Instance;
  class Guarded extends Base {
    static readonly #guardFor = compilePolicy(policy)(function (
      this: Guarded,
      request,
      _context,
      ...rest
    ) {
      return this.#answer(request, ...rest);
    });
    readonly #context: WorkerContext<unknown, unknown>;
    readonly #answer: Instance["fetch"];

    constructor(...args: unknown[]) {
      super(...args);
      const [ctx, env] = args;
      this.#context = { env, ctx };
      const isField = Object.hasOwn(this, "fetch");
      const answer: unknown = Reflect.get(isField ? this : Base.prototype, "fetch");
      if (typeof answer !== "function") {
        throw new TypeError(`withCors needs ${Class.name || "the class"} to have a fetch method`);
      }
      this.#answer = answer as Instance["fetch"];
      // A field hides the prototype's method.
      if (isField) this.fetch = Guarded.prototype.fetch.bind(this);
    }

    override fetch(request: Request, ...rest: unknown[]): FetchAnswer {
      const guarded = Guarded.#guardFor(this.#context.env);
      return guarded.call(this, request, this.#context, ...rest);
    }
  }
  return Object.defineProperty(Guarded, "name", { value: Class.name, configurable: true });
}
