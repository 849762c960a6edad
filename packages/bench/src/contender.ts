export type Handler = (request: Request) => Response | undefined | Promise<Response | undefined>;

export interface Contender {
  readonly name: string;
  /** Whether it answers as the policy says; the bare handler does not. */
  readonly speaksCors: boolean;
  readonly handle: Handler;
}

const BODY = JSON.stringify({ data: "hello world" });

/** The application: the same for all, and as cheap as one can be. */
export function application(): Response {
  return new Response(BODY, { headers: { "content-type": "application/json" } });
}
