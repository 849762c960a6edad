/**
 * How many more servers an OPTIONS may pass, where it says so.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6.2
 */
export function forwardsLeft({
  method,
  headers,
}: Pick<Request, "headers" | "method">): number | undefined {
  if (method !== "OPTIONS") return undefined;
  const left = headers.get("max-forwards");
  return left !== null && /^\d{1,9}$/u.test(left) ? Number(left) : undefined;
}
