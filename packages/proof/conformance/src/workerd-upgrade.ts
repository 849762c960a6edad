declare const WebSocketPair: new () => { readonly 0: unknown; readonly 1: { accept(): void } };

/** workerd's protocol switch carries a live socket, and is refused without one. */
export function upgrade(): Response {
  const pair = new WebSocketPair();
  pair[1].accept();
  return new Response(null, { status: 101, webSocket: pair[0] } as ResponseInit);
}
