import type { HeaderList } from "../fetch/header-list.ts";

/** `Sec-Fetch-Dest` and `Sec-Fetch-Mode`, where they are not those of the request. */
export interface MetadataTraits {
  readonly dest: string;
  readonly mode: string;
}

/** What the context of a request adds to what a script could ask for. */
export interface RequestTraits {
  /** Headers no preflight asks for. */
  readonly headers: HeaderList;
  /** `Origin` goes out whatever the URL and the method. */
  readonly namesOrigin: boolean;
  /** `Accept` goes out where no one has set it. */
  readonly accepts: boolean;
  /** Undefined for none at all. */
  readonly metadata: MetadataTraits | "own" | undefined;
}

/** Of `fetch` and XMLHttpRequest: nothing. */
export const plainTraits: RequestTraits = {
  headers: [],
  namesOrigin: false,
  accepts: true,
  metadata: "own",
};
