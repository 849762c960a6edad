// With the official types: a guarded class is exported, extended and bound as the class itself.
import { DurableObject, WorkerEntrypoint } from "cloudflare:workers";
import { withCors, type WorkerContext } from "@crossgate/cloudflare";

interface Env {
  readonly PAGE: `https://${string}`;
  readonly ROOM: DurableObjectNamespace<Room>;
}

class GreeterBase extends WorkerEntrypoint<Env> {
  static readonly version: number = 1;

  override fetch(request: Request): Response {
    return new Response(`${request.url} ${this.env.PAGE}`);
  }

  greet(name: string): string {
    return `hello ${name}`;
  }
}

export const Greeter = withCors(GreeterBase, (env) => ({
  origin: env.PAGE,
  onError: (_error, _request, { env, ctx }) => {
    ctx.passThroughOnException();
    return new Response(env.PAGE);
  },
}));

export const version: number = Greeter.version;

class RoomBase extends DurableObject<Env> {
  override fetch = async (): Promise<Response> => new Response(this.ctx.id.toString());

  async visit(name: string): Promise<number> {
    return name.length;
  }
}

/** Extending it names it as a type too; what was protected is still there for it. */
export class Room extends withCors(RoomBase, {
  origin: (origin, { env, ctx }) => ctx.id.name === origin || origin === env.PAGE,
}) {
  async leave(): Promise<string> {
    return this.env.PAGE + this.ctx.id.toString() + (await this.visit("you"));
  }
}

/** Stubs see the class's own RPC methods, and `fetch`. */
export async function call(env: Env, greeter: Service<typeof Greeter>): Promise<Response> {
  const greeting: string = await greeter.greet("you");
  const visits: number = await env.ROOM.getByName(greeting).visit("me");
  await env.ROOM.getByName(String(visits)).leave();
  return greeter.fetch("https://greeter.example/");
}

/** The result may be a promise, even if the method's is not. */
export function callDirectly(greeter: InstanceType<typeof Greeter>): Response | Promise<Response> {
  // @ts-expect-error: the origin may be a promise's
  const sync: Response = greeter.fetch(new Request("https://greeter.example/"));
  return sync;
}

class Silent extends WorkerEntrypoint<Env> {
  greet(): string {
    return "hello";
  }
}

// @ts-expect-error: there is no fetch to guard
withCors(Silent, { origin: "*" });

// @ts-expect-error: another env
withCors(GreeterBase, { origin: (origin, { env }) => origin === env.OTHER });

/** A class keeps what its caller passes to itself: a policy's function says the type. */
interface Props {
  readonly tenant: string;
}

class TenantBase extends WorkerEntrypoint<Env, Props> {
  override fetch(): Response {
    return new Response(this.ctx.props.tenant);
  }
}

export const Tenant = withCors(TenantBase, {
  origin: (origin, { ctx }: WorkerContext<Env, ExecutionContext<Props>>) =>
    origin === ctx.props.tenant,
});

// @ts-expect-error: which is not known without
withCors(TenantBase, { origin: (_origin, { ctx }) => ctx.props.tenant });
