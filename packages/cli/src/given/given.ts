import type { CorsCode, EmbedderPolicy, Profile } from "@crossgate/browser";

/** How a page comes to ask: each has its own rules, and its own words in the console. */
export type AskedAs =
  | "fetch"
  | "xhr"
  | "image"
  | "font"
  | "script"
  | "module"
  | "style"
  | "media"
  | "manifest"
  | "eventsource"
  | "websocket"
  | "beacon";

/** All of `AskedAs`, for a command line and for checks. */
export const askedAs: readonly AskedAs[] = [
  "fetch",
  "xhr",
  "image",
  "font",
  "script",
  "module",
  "style",
  "media",
  "manifest",
  "eventsource",
  "websocket",
  "beacon",
];

/** A header as a script or a tool would set it. */
export type GivenHeader = readonly [name: string, value: string];

/** How to reach the server, where a tool was told so. */
export interface Connection {
  /** Do not ask for a certificate that browsers trust. */
  readonly insecure?: boolean;
  /** `host:port:address`, as curl writes it. */
  readonly resolve?: readonly string[];
  readonly proxy?: string;
  /** Milliseconds per answer. */
  readonly timeout?: number;
}

/**
 * What was read out of something that a person has in hand: a console line, a cURL command, a
 * `fetch` call, a recording, a URL. Members that it does not tell are absent.
 */
export interface Given {
  readonly kind:
    | "url"
    | "console"
    | "curl"
    | "powershell"
    | "command"
    | "fetch"
    | "script"
    | "element"
    | "har"
    | "postman"
    | "headers";
  readonly url?: string;
  /** The page's origin, or its URL. */
  readonly origin?: string;
  readonly method?: string;
  /** Without those that only a browser sets. */
  readonly headers?: readonly GivenHeader[];
  readonly body?: string | Uint8Array | FormData;
  readonly credentials?: RequestCredentials;
  readonly mode?: "cors" | "no-cors" | "same-origin";
  readonly redirect?: RequestRedirect;
  readonly as?: AskedAs;
  /** Whether the page's address has no scheme, which `url` was given. */
  readonly isSchemeless?: true;
  /** Whether the request outlives its page. */
  readonly keepalive?: true;
  /** Whether a script listens to the progress of its upload. */
  readonly uploadProgress?: boolean;
  readonly crossorigin?: "anonymous" | "use-credentials";
  /** The page's `Cross-Origin-Embedder-Policy`. */
  readonly embedderPolicy?: EmbedderPolicy;
  readonly profile?: Profile;
  /** The cookies that the browser sent along. */
  readonly cookie?: string;
  readonly userAgent?: string;
  readonly referer?: string;
  readonly connection?: Connection;
  /** What the console line says, in the model's words. */
  readonly said?: CorsCode;
  /** The status that the console line tells. */
  readonly status?: number;
  /** Whether it is about no request at all: `notes` say what it is. */
  readonly isNoRequest?: true;
  /** Whether a part of the request is a guess: nothing that changes something is to be sent for it. */
  readonly isPartial?: true;
  /** What was understood in a way that a person may want to know. */
  readonly notes: readonly string[];
}
