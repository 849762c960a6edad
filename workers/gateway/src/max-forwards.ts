/**
 * How many more servers an OPTIONS may pass, where it says so.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6.2
 */
export function forwardsLeft({ method, headers }: Request): number | undefined {
  const left = headers.get("max-forwards");
  if (method !== "OPTIONS" || left === null || !/^\d{1,9}$/u.test(left)) return undefined;
  return Number(left);
}
