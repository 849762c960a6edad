const redirects = new Set([301, 302, 303, 307, 308]);
const withoutBody = new Set([101, 103, 204, 205, 304]);

/** @see https://fetch.spec.whatwg.org/#ok-status */
export function isOkStatus(status: number): boolean {
  return status >= 200 && status <= 299;
}

/** @see https://fetch.spec.whatwg.org/#redirect-status */
export function isRedirectStatus(status: number): boolean {
  return redirects.has(status);
}

/** @see https://fetch.spec.whatwg.org/#null-body-status */
export function isNullBodyStatus(status: number): boolean {
  return withoutBody.has(status);
}
