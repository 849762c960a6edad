import type { Credentials } from "./scene.ts";

/** What a script passes to `fetch`. */
export interface ScriptRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string | undefined;
  readonly credentials: Credentials;
}

type ScriptInit = Required<Pick<RequestInit, "method" | "credentials">> & {
  readonly headers: [name: string, value: string][];
  readonly body?: string;
};

/** The second argument of `fetch`. */
export function initOf({ method, headers, body, credentials }: ScriptRequest): ScriptInit {
  const pairs = headers.map(([name, value]): [string, string] => [name, value]);
  return { method, headers: pairs, credentials, ...(body === undefined ? {} : { body }) };
}

/** What the browser says of a call that it refuses before anything is sent; undefined for a good one. */
export function mistakeIn(request: ScriptRequest): string | undefined {
  try {
    void new Request(request.url, initOf(request));
    return undefined;
  } catch (error) {
    return String(error);
  }
}
