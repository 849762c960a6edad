/** A setting as it comes: text from the dashboard or a command line, or JSON from `wrangler.jsonc`. */
export type Setting = string | number | boolean | readonly string[] | undefined;

/** What `UPSTREAM` is when it is a service binding. */
export interface Service {
  fetch(url: string, init: RequestInit): Promise<Response>;
}

/** The settings; README.md says what each does. */
export interface Env {
  readonly UPSTREAM?: Service | string;
  readonly ALLOWED_ORIGINS?: Setting;
  readonly ALLOW_METHODS?: Setting;
  readonly ALLOW_HEADERS?: Setting;
  readonly EXPOSE_HEADERS?: Setting;
  readonly ALLOW_CREDENTIALS?: Setting;
  readonly MAX_AGE?: Setting;
  readonly REFUSE_DENIED?: Setting;
  readonly PASS_COOKIES?: Setting;
  readonly PASS_AUTHORIZATION?: Setting;
  readonly PASS_ORIGIN?: Setting;
  readonly UPSTREAM_TIMEOUT?: Setting;
  readonly CACHE?: Setting;
  readonly DANGEROUSLY_ALLOW_INSECURE_ORIGINS?: Setting;
  readonly DANGEROUSLY_ALLOW_INSECURE_UPSTREAM?: Setting;
}
