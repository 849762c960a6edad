// What is left of the gateway without its gate: the least that a Worker must do to pass requests on.
interface Env {
  readonly UPSTREAM: string;
}

export default {
  async fetch(request: Request, { UPSTREAM }: Env): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    return fetch(new Request(new URL(pathname + search, UPSTREAM), request));
  },
};
