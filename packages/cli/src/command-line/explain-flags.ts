import type { EmbedderPolicy, Profile } from "@crossgate/browser";
import type { Question } from "../explain/report.ts";
import type { AskedAs, GivenHeader } from "../given/given.ts";
import type { ConnectionFlags } from "./connection-options.ts";

/** What the shell gave. */
export interface ExplainFlags extends ConnectionFlags {
  readonly origin?: string;
  readonly request?: string;
  readonly header: readonly GivenHeader[];
  readonly data?: string;
  readonly url?: string;
  readonly credentials?: RequestCredentials;
  readonly mode?: "cors" | "no-cors" | "same-origin";
  readonly as?: AskedAs;
  readonly crossorigin?: "anonymous" | "use-credentials";
  readonly coep?: EmbedderPolicy;
  readonly uploadProgress?: boolean;
  readonly profile?: Profile;
  readonly timeout?: number;
  readonly probes: boolean;
  readonly har?: string;
  readonly entry?: number;
  readonly offline?: boolean;
  readonly server?: string;
  readonly notMine?: boolean;
  readonly showSecrets?: boolean;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** What the flags say of the question; they go before what was read. */
export function questionOf(flags: ExplainFlags): Partial<Question> {
  const { origin, request, credentials, mode, as, crossorigin, profile, timeout } = flags;
  const { coep: embedderPolicy } = flags;
  const { uploadProgress, probes, server, notMine, showSecrets } = flags;
  return Object.fromEntries(
    Object.entries({
      origin,
      method: request,
      credentials,
      mode,
      as,
      crossorigin,
      embedderPolicy,
      profile,
      timeout,
      uploadProgress,
      probes,
      server,
      notMine,
      showSecrets,
    }).filter(([, value]) => value !== undefined),
  );
}
