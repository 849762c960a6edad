/** A server that runs, and how to end it. */
export interface Running {
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** A product as the proof runs it. */
export interface Subject {
  /** The product's name, as `--server` takes it. */
  readonly product: string;
  /** A program of the system without which it does not run. */
  readonly needs?: string;
  /** Where its route is, if not at `/data`. */
  readonly path?: string;
  /**
   * Starts it with a route `/data` for GET, HEAD, POST, PUT and DELETE.
   *
   * @param code its CORS code, put where the cure says; undefined for none
   * @param behind headers that the application behind a proxy sets
   */
  readonly start: (
    code: string | undefined,
    behind?: Readonly<Record<string, string | readonly string[]>>,
  ) => Promise<Running>;
  /**
   * What a proxy is often told, on top of an application that sets the header too: `$ORIGIN` is
   * filled in. With it the header comes twice.
   */
  readonly doubling?: string;
  /** Scenarios that this product does not have, with the reason. */
  readonly inapplicable?: Readonly<Record<string, string>>;
  /** Scenarios in which this product does nothing wrong, with the reason. */
  readonly immune?: Readonly<Record<string, string>>;
}
