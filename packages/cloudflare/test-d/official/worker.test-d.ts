// With @cloudflare/workers-types: handlers written inline get the official types, all of them, and
// the result is what a Worker may export.
import { createCors } from "@crossgate/core";
import { withCors } from "@crossgate/cloudflare";

interface Env {
  readonly PAGE: `https://${string}`;
  readonly GREETINGS: KVNamespace;
}

interface Job {
  readonly id: number;
}

export const everyHandler = withCors(
  {
    async fetch(request, env, ctx) {
      ctx.waitUntil(env.GREETINGS.put("colo", request.cf?.colo ?? ""));
      return Response.json({ data: await env.GREETINGS.get("hello"), props: ctx.props });
    },
    scheduled(controller, env, ctx) {
      ctx.waitUntil(env.GREETINGS.put(controller.cron, ""));
    },
    queue(batch, env) {
      for (const { body } of batch.messages) env.GREETINGS.get(String(body.id)).catch(() => {});
    },
    email(message, env) {
      message.setReject(env.PAGE);
    },
    tail(events) {
      console.log(events[0]?.scriptName);
    },
    trace(traces) {
      console.log(traces[0]?.scriptName);
    },
  },
  (env) => ({ origin: env.PAGE, onError: (_error, _request, { env }) => new Response(env.PAGE) }),
) satisfies ExportedHandler<Env, Job>;

const given: ExportedHandler<Env> = { fetch: (_request, env) => new Response(env.PAGE) };

export const ofAVariable: ExportedHandler<Env> = withCors(given, {
  origin: (origin, { env }) => origin === env.PAGE,
});

export const satisfiedInside = withCors(
  { fetch: (_request, env) => new Response(env.PAGE) } satisfies ExportedHandler<Env>,
  createCors({ origin: "*" }),
);

/** A handler that takes less than the host passes leaves `env` to the result's type. */
export const takesLittle = withCors(
  { fetch: (request) => new Response(request.cf?.colo) },
  (env) => ({
    origin: env.PAGE,
    onError: (_error, _request, { env }) => new Response(env.PAGE),
  }),
) satisfies ExportedHandler<Env>;

export async function callAsAHostDoes(env: Env, ctx: ExecutionContext): Promise<Response> {
  return takesLittle.fetch(new Request(env.PAGE), env, ctx);
}

/** The result may be a promise, even if the handler's is not. */
export const answer: Response | Promise<Response> = withCors(
  { fetch: () => new Response("hello") },
  { origin: async () => true },
).fetch();

// @ts-expect-error: the origin may be a promise's
export const sync: Response = withCors({ fetch: () => new Response("") }, { origin: "*" }).fetch();

// @ts-expect-error: another env
withCors(given, { origin: (origin, { env }) => origin === env.OTHER });

/** The handler's annotation gives the type of what a caller in the same account passes. */
interface Props {
  readonly tenant: string;
}

export const annotatedProps = withCors(
  {
    fetch: (_request: Request, env: Env, ctx: ExecutionContext<Props>) =>
      new Response(env.PAGE + ctx.props.tenant),
  },
  { origin: (origin, { ctx }) => origin === ctx.props.tenant },
) satisfies ExportedHandler<Env, unknown, unknown, Props>;

declare const propsOfAVariable: ExportedHandler<Env, unknown, unknown, Props>;
withCors(propsOfAVariable, { origin: (origin, { ctx }) => origin === ctx.props.tenant });

// @ts-expect-error: no one said what the caller passes
withCors(given, { origin: (_origin, { ctx }) => ctx.props.tenant });

// @ts-expect-error: there is no fetch to guard
withCors({ scheduled() {} }, { origin: "*" });

// @ts-expect-error: nor here
withCors({}, { origin: "*" });
