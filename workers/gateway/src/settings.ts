import type { Env, Service } from "./env.ts";
import { type Policy, readPolicy, refusing } from "./policy.ts";
import { SettingReader } from "./setting-reader.ts";
import { SettingsError } from "./settings-error.ts";
import { readUpstreamUrl, type UpstreamUrl } from "./upstream-url.ts";

/** What the variables and bindings say, validated. */
export interface Settings {
  readonly policy: Policy;
  /** The policy of WebSockets, which no browser holds to CORS. */
  readonly socketPolicy: Policy;
  /** A fixed URL, or a Worker that is asked under the visitor's own. */
  readonly upstream: UpstreamUrl | Service;
  readonly passCookies: boolean;
  readonly passAuthorization: boolean;
  readonly passOrigin: boolean;
  /** How long the upstream may take to its headers, in milliseconds. */
  readonly timeout: number;
  readonly cache: boolean;
}

const TIMEOUT_SECONDS = { least: 1, most: 600 };
const DEFAULT_TIMEOUT_SECONDS = 30;

const NAMES = {
  UPSTREAM: true,
  ALLOWED_ORIGINS: true,
  ALLOW_METHODS: true,
  ALLOW_HEADERS: true,
  EXPOSE_HEADERS: true,
  ALLOW_CREDENTIALS: true,
  MAX_AGE: true,
  REFUSE_DENIED: true,
  PASS_COOKIES: true,
  PASS_AUTHORIZATION: true,
  PASS_ORIGIN: true,
  UPSTREAM_TIMEOUT: true,
  CACHE: true,
  DANGEROUSLY_ALLOW_INSECURE_ORIGINS: true,
  DANGEROUSLY_ALLOW_INSECURE_UPSTREAM: true,
} satisfies Record<keyof Env, true>;

const known = new WeakMap<Env, Settings>();

/**
 * The settings of a Worker, read once per `env`.
 *
 * @throws SettingsError with every problem, each under its variable's name
 */
export function settingsOf(env: Env): Settings {
  const before = known.get(env);
  if (before) return before;
  const settings = readSettings(env);
  known.set(env, settings);
  return settings;
}

function readSettings(env: Env): Settings {
  const reader = new SettingReader<keyof Env>(env);
  const upstream = readUpstream(env, reader);
  const policy = readPolicy(env.ALLOWED_ORIGINS, reader);
  const credentials = policy?.options.credentials ?? false;
  const rest = {
    // Without credentials browsers send a page's requests without cookies, and drop those it gets.
    passCookies: reader.flag("PASS_COOKIES", credentials),
    passAuthorization: reader.flag("PASS_AUTHORIZATION", true),
    passOrigin: reader.flag("PASS_ORIGIN", false),
    timeout: reader.whole("UPSTREAM_TIMEOUT", TIMEOUT_SECONDS, DEFAULT_TIMEOUT_SECONDS) * 1000,
    cache: reader.flag("CACHE", true),
  };
  refuseUnknown(env, reader);
  if (!upstream || !policy || reader.issues.length > 0) throw new SettingsError(reader.issues);
  return { ...rest, upstream, policy, socketPolicy: refusing(policy) };
}

function readUpstream(
  { UPSTREAM }: Env,
  reader: SettingReader<keyof Env>,
): Settings["upstream"] | undefined {
  const isInsecureAllowed = reader.flag("DANGEROUSLY_ALLOW_INSECURE_UPSTREAM", false);
  if (isService(UPSTREAM)) return UPSTREAM;
  return readUpstreamUrl(UPSTREAM, reader, isInsecureAllowed);
}

/** JSON may hold null. */
function isService(upstream: unknown): upstream is Service {
  return typeof upstream === "object" && upstream !== null && "fetch" in upstream;
}

/** A misspelt variable would leave its setting as it is by default. Bindings may be anything. */
function refuseUnknown(env: Env, reader: SettingReader<keyof Env>): void {
  for (const [name, value] of Object.entries(env)) {
    if (Object.hasOwn(NAMES, name) || !isVariable(value)) continue;
    reader.refuse(name, `unknown setting; write one of ${Object.keys(NAMES).join(", ")}`);
  }
}

function isVariable(value: unknown): boolean {
  return Array.isArray(value) || ["string", "number", "boolean"].includes(typeof value);
}
