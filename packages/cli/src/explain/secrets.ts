const secretHeaders =
  /^(?:authorization|proxy-authorization|cookie|set-cookie2?|x-api-key|api-key|apikey|x-auth-token|x-access-token|x-csrf-token|x-xsrf-token|x-amz-security-token|x-amz-cf-id)$/i;
const secretParameters =
  /([?&#](?:access_?token|api_?key|apikey|auth|client_secret|code|id_?token|jwt|key|password|passwd|pwd|refresh_?token|secret|sid|session(?:_?id)?|sig|signature|state|token|x-amz-(?:credential|security-token|signature))=)[^&#\s'"]+/gi;
const userInfo = /(:\/\/)[^/@\s'"]+:[^/@\s'"]+@/g;
/** Tokens that give themselves away, wherever they stand. */
const bareTokens =
  /\b(?:Bearer|Basic|Digest|Negotiate)\s+[\w.~+/=-]{6,}|\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*|\b(?:sk|pk|rk)_(?:live|test)_\w{8,}|\bgh[pousr]_\w{20,}/g;

const mask = "•••";

/**
 * A report without the secrets of the request and of its responses, so that it can be shown to
 * others. A cookie keeps its name and its attributes, which are what an explanation is about.
 */
export function maskSecrets<Report>(report: Report): Report {
  return masked(report, "") as Report;
}

function masked(value: unknown, name: string): unknown {
  if (typeof value === "string") return maskText(value, name);
  if (Array.isArray(value))
    return isHeader(value) ? maskHeader(value) : value.map((each) => masked(each, name));
  if (typeof value !== "object" || value === null) return value;
  const header = (value as { name?: unknown }).name;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const isValue = key === "value" && typeof header === "string";
      return [key, masked(each, isValue ? header : "")];
    }),
  );
}

function isHeader(value: readonly unknown[]): value is readonly [string, string] {
  return value.length === 2 && value.every((each) => typeof each === "string");
}

function maskHeader([name, value]: readonly [string, string]): readonly [string, string] {
  return [name, maskText(value, name)];
}

function maskText(text: string, name: string): string {
  if (secretHeaders.test(name)) return maskValue(text, name);
  return text
    .replace(secretParameters, `$1${mask}`)
    .replace(userInfo, `$1${mask}@`)
    .replace(bareTokens, (token) => `${/^\w+\s/.exec(token)?.[0] ?? ""}${mask}`);
}

function maskValue(value: string, name: string): string {
  if (/^set-cookie/i.test(name)) return value.replace(/^([^=;]*=)[^;]*/, `$1${mask}`);
  if (/^cookie/i.test(name)) return value.replace(/=[^;]*/g, `=${mask}`);
  const [, scheme] = /^(Bearer|Basic|Digest|Negotiate|Token|AWS4-HMAC-SHA256)\s/i.exec(value) ?? [];
  return scheme === undefined ? mask : `${scheme} ${mask}`;
}
