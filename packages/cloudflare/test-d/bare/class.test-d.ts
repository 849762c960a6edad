// Without any type package: a class is typed by its own constructor.
import { withCors } from "@crossgate/cloudflare";

interface Env {
  readonly PAGE: `https://${string}`;
}

interface State {
  waitUntil(promise: Promise<unknown>): void;
  readonly id: string;
}

class Room {
  protected readonly state: State;
  readonly #env: Env;

  constructor(state: State, env: Env) {
    this.state = state;
    this.#env = env;
  }

  fetch(request: Request): Response {
    return new Response(request.url + this.#env.PAGE);
  }

  visit(): number {
    return 1;
  }
}

export const Guarded = withCors(Room, {
  origin: (origin, { env, ctx }) => origin === env.PAGE || origin === ctx.id,
});

export class Extended extends withCors(Room, (env) => ({ origin: env.PAGE })) {
  leave(): string {
    return this.state.id + String(this.visit());
  }
}

export const room: Room = new Guarded({ waitUntil() {}, id: "" }, { PAGE: "https://myapp.com" });

// @ts-expect-error: constructed as the class is
export const wrong: Room = new Guarded();

// @ts-expect-error: another env
withCors(Room, { origin: (origin, { env }) => origin === env.OTHER });
