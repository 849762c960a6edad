export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/**
 * What is stored under a key, as it was when it was found.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-representations
 */
export interface Representation {
  /** Strong, and in quotes. */
  readonly etag: string;
  readonly lastModified?: Date;
  /** In bytes; where it is unknown, ranges are not served. */
  readonly size?: number;
  /** The metadata it is stored with. */
  readonly headers: Headers;
  /** The bytes of this representation, or null where another has taken its place. */
  open(range?: ByteRange): Promise<ReadableStream | null>;
  /** Lets go of bytes that no one will read. */
  discard(): Promise<void>;
}
