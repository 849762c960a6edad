// The part of a Worker's surroundings that this package needs, by shape. The official types fit it.
// Without them, handlers still have types.

/** What a `fetch` answers. */
export type FetchAnswer = Response | Promise<Response>;

/** What every `ExecutionContext` has. */
export interface ContextLike {
  waitUntil(promise: Promise<unknown>): void;
  passThroughOnException(): void;
  /** What a caller within the same account passes to the entrypoint; Workers types name it. */
  readonly props: unknown;
}

/** What a `scheduled` handler is told. */
export interface ScheduledControllerLike {
  readonly scheduledTime: number;
  readonly cron: string;
  noRetry(): void;
}

/** What a `queue` handler is given. */
export interface MessageBatchLike {
  readonly queue: string;
  readonly messages: readonly {
    readonly id: string;
    readonly timestamp: Date;
    readonly body: unknown;
    readonly attempts: number;
    ack(): void;
    retry(): void;
  }[];
  ackAll(): void;
  retryAll(): void;
}

/** What `kvOrigins` asks of a KV namespace. */
export interface KVNamespaceLike {
  get(key: string): Promise<string | null>;
}
