import type { Scenario, Step } from "@crossgate/browser/fixtures/scenario";

const xhrMembers = new Set(["method", "headers", "body", "credentials"]);

/**
 * Whether an XMLHttpRequest or a plain fetch can make this: one request, mode "cors", redirects
 * followed. Node's own HTTP stands between the simulators and the server. Methods that it will not
 * send and bytes that it will not parse are left out too.
 */
export function isExpressible({ page, steps, rules }: Scenario): boolean {
  const [step, ...more] = steps;
  if (!step || more.length > 0 || page === "null") return false;
  const answers = rules.flatMap(({ preflight, actual }) => [preflight, actual]);
  const isOdd = answers.some(({ headers }) => headers.some(([, value]) => /[^\t -~]/.test(value)));
  return isPlain(step) && !isOdd && answers.every(({ status }) => status !== 304);
}

function isPlain(step: Step): boolean {
  const asked = Object.entries(step).filter(([, value]) => value !== undefined);
  const isFollowing = step.redirect === undefined || step.redirect === "follow";
  const known = asked.every(([key]) => xhrMembers.has(key) || (key === "redirect" && isFollowing));
  const methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];
  const values = (step.headers ?? []).map(([, value]) => value);
  const isAscii = values.every((value) => /^[ -~]*$/.test(value));
  const isText = step.body !== "multipart" && step.body !== "stream";
  return known && isText && isAscii && methods.includes(step.method ?? "GET");
}
