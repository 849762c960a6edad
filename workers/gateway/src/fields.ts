/** What a visitor's fields come to. */
export interface Fields {
  /** Names that end at the gateway. */
  readonly ending: readonly string[];
  /** Names that say which page asks, and in front of whom. */
  readonly ofVisitor: readonly string[];
  /** Methods that fields name in place of the one that was sent. */
  readonly meant: readonly string[];
  /** Whether every field that goes on is one that browsers send by themselves. */
  readonly areUsual: boolean;
  /** Whether they ask for a WebSocket. */
  readonly isWebSocket: boolean;
  /** The visitor's address. Cloudflare's edge writes it itself, whatever a visitor sends. */
  readonly address: string | undefined;
}
