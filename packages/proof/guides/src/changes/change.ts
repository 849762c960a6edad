import type { Asked } from "@crossgate/testkit/ask";

/** Header values by name, `null` where there must be none; `status` where the status matters. */
export type Expected = "refused" | "never answered" | Readonly<Record<string, string | null>>;

/** One row of a page's table of what changes, and the request that proves it. */
export interface Change {
  readonly what: string;
  readonly theirs: string;
  readonly ours: string;
  readonly because: string;
  readonly options: { readonly theirs: object; readonly ours: object };
  readonly asked: Asked;
  readonly expected: { readonly theirs: Expected; readonly ours: Expected };
}

/** For what is written alike and read differently. */
export function toBoth(options: object): Change["options"] {
  return { theirs: options, ours: options };
}

/** The response of an application behind a policy, by any author of the policy. */
export type Peer = (options: object, asked: Asked) => Promise<Outcome>;

export type Outcome =
  | "refused"
  | "never answered"
  | { readonly status: number; readonly headers: Headers };
