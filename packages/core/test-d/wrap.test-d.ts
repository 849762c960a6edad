import { createCors, type OriginFunction } from "@crossgate/core";
import { type Equal, expectType } from "./equal.ts";

interface Env {
  readonly tenant: string;
}

declare const request: Request;

// A handler keeps its parameters, and what it answers.
const cors = createCors({ origin: ["https://myapp.com"] });
const plain = cors.wrap(() => new Response());
expectType<Equal<ReturnType<typeof plain>, Response | Promise<Response>>>();
void plain(request);

const inferred = cors.wrap((incoming) => new Response(incoming.url));
void inferred(request);

const upgrading = cors.wrap((): Response | undefined => undefined);
expectType<
  Equal<ReturnType<typeof upgrading>, Response | undefined | Promise<Response | undefined>>
>();

const three = cors.wrap(async (_request: Request, env: Env, wait: (work: unknown) => void) => {
  wait(env.tenant);
  return new Response();
});
void three(request, { tenant: "a" }, () => undefined);
// @ts-expect-error the handler needs its other arguments
void three(request);
// @ts-expect-error of their own types
void three(request, { tenant: 1 }, () => undefined);

// @ts-expect-error a handler answers with a Response
cors.wrap(() => "hello");

// The context has the type that the policy's functions ask for.
const tenants = createCors<Env>({
  origin: (_origin, env) => {
    expectType<Equal<typeof env, Env>>();
    return env.tenant;
  },
  onVerdict: (_verdict, _request, env) => expectType<Equal<typeof env, Env>>(),
  onError: (_error, _request, env) => new Response(env.tenant),
});
void tenants.check(request, { tenant: "a" });
// @ts-expect-error another context
void tenants.check(request, { tenant: 1 });
tenants.wrap((_request: Request, env: Env) => new Response(env.tenant));
// @ts-expect-error a handler whose second argument is something else
tenants.wrap((_request: Request, count: number) => new Response(String(count)));

const named: OriginFunction<Env> = (origin, env) => origin === env.tenant;
createCors<Env>({ origin: named, credentials: true });
