/** What one line of a log tells of a request. */
export interface LoggedRequest {
  readonly origin: string;
  /** The method, of a preflight the one that it asks for. */
  readonly method: string | undefined;
  /** The header names that a preflight asks for; undefined where the line is none, or does not tell. */
  readonly headers: readonly string[] | undefined;
  readonly credentials: boolean;
}

/**
 * Reads one line: a JSON object, as `onVerdict` or a logger writes it, or a line of an access log.
 *
 * @returns undefined where no page of another origin asked
 */
export function readLogLine(line: string): LoggedRequest | undefined {
  const trimmed = line.trim();
  return trimmed.startsWith("{") ? readJson(trimmed) : readAccessLine(trimmed);
}

function readJson(text: string): LoggedRequest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const fields = new Map<string, string>();
  collect(value, fields, 0);
  const origin = fields.get("origin");
  if (origin === undefined || origin === "" || origin === "-") return undefined;
  const asked = fields.get("access-control-request-headers") ?? fields.get("requestheaders");
  const isPreflight = fields.get("kind") === "preflight" || fields.get("method") === "OPTIONS";
  const requested = fields.get("access-control-request-method") ?? fields.get("requestmethod");
  return {
    origin,
    method: requested ?? (isPreflight ? undefined : fields.get("method")),
    headers: asked
      ?.toLowerCase()
      .split(/[\s,]+/)
      .filter((name) => name !== ""),
    credentials:
      fields.has("cookie") ||
      fields.get("credentials") === "true" ||
      fields.get("credentials") === "include",
  };
}

const deepest = 4;

/** All members whose value is a text or a truth, by their names in small letters; the outermost counts. */
function collect(value: unknown, fields: Map<string, string>, depth: number): void {
  if (typeof value !== "object" || value === null || depth > deepest) return;
  for (const [name, member] of Object.entries(value)) {
    const key = name.toLowerCase();
    const isPlain = typeof member === "string" || typeof member === "boolean";
    if (isPlain && !fields.has(key)) fields.set(key, String(member));
  }
  for (const member of Object.values(value)) collect(member, fields, depth + 1);
}

const request = /"([A-Z]+) \S+ HTTP\/[\d.]+"/;
const quotedOrigin =
  /["'\s=]((?:https?|[a-z][\w+.-]*-extension|capacitor|tauri):\/\/[^\s"'/]+|null)["'\s]/;
const referer = /"(https?:\/\/[^\s"]+)"/;

/** A combined log, with `$http_origin` added to its format; without that the referer's origin. */
function readAccessLine(line: string): LoggedRequest | undefined {
  const [, method] = request.exec(line) ?? [];
  const [, named] = quotedOrigin.exec(`${line} `) ?? [];
  const [, url] = referer.exec(line) ?? [];
  const origin =
    named ?? (url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined);
  if (origin === undefined) return undefined;
  return {
    origin,
    method: method === "OPTIONS" ? undefined : method,
    headers: undefined,
    credentials: false,
  };
}
