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
  /**
   * Starts it with a route `/data` for GET, HEAD, POST, PUT and DELETE.
   *
   * @param code its CORS code, put where the cure says; undefined for none
   */
  readonly start: (code: string | undefined) => Promise<Running>;
  /** Scenarios in which this product does nothing wrong, with the reason. */
  readonly immune?: Readonly<Record<string, string>>;
}
