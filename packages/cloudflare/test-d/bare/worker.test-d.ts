// Without any type package, handlers written inline still have types.
import { withCors } from "@crossgate/cloudflare";

interface Env {
  readonly PAGE: `https://${string}`;
}

/** `env` is what the policy's function says it is. */
export const inferred = withCors(
  {
    fetch(request, env, ctx) {
      ctx.waitUntil(Promise.resolve());
      return new Response(`${request.method} ${env.PAGE}`);
    },
    scheduled(controller, env) {
      console.log(controller.cron.length, env.PAGE);
    },
    queue(batch, env) {
      for (const message of batch.messages) message.ack();
      console.log(env.PAGE);
    },
  },
  (env: Env) => ({ origin: env.PAGE }),
);

/** `env` is what the handler says it is. */
export const annotated = withCors(
  { fetch: (request, env: Env) => new Response(request.url + env.PAGE) },
  { origin: (origin, { env }) => origin === env.PAGE },
);

const named = {
  greeting: "hello",
  fetch(): Response {
    return new Response(this.greeting);
  },
};

/** Other members keep their types. */
export const greeting: string = withCors(named, { origin: "*" }).greeting;

// @ts-expect-error: no one said what env is
withCors({ fetch: (_request, env) => new Response(env.PAGE) }, { origin: "*" });
