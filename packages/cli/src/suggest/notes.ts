import type { Suggested } from "./policy.ts";
import type { ReadLogs } from "./read-logs.ts";

/** What the log does not tell, and what a reader should look at. */
export function notesOn(read: ReadLogs, suggested: Suggested | undefined): readonly string[] {
  return [...notesOnLog(read), ...(suggested ? notesOnPolicy(read, suggested) : [])];
}

function notesOnLog({ tally, records, isByReferer, tooLong }: ReadLogs): readonly string[] {
  const notes: string[] = [];
  if (tally.requests === 0) {
    const why =
      records === 0
        ? "The log is empty."
        : "No line names the origin of a page. Log the Origin header: $http_origin in nginx, %{Origin}i in Apache, or the verdicts of the gate.";
    notes.push(why);
  }
  if (isByReferer) {
    notes.push(
      "No line names an Origin, so these are the addresses of pages, which links and images send too. Log the Origin header, and ask again.",
    );
  }
  if (tally.own > 0) {
    notes.push(`${tally.own} requests of the server's own pages need no permission.`);
  }
  if (tooLong > 0) notes.push(`${tooLong} lines are longer than 1 MiB, and were left out.`);
  if (tally.rest.origins > 0 || tally.families.size > 0) {
    notes.push(
      "The log names so many origins that those that asked least are counted together, and not written into the policy.",
    );
  }
  return notes;
}

function notesOnPolicy({ tally }: ReadLogs, { policy, impossible }: Suggested): readonly string[] {
  const notes: string[] = [];
  if (!tally.isHeadersTold) {
    notes.push(
      policy.allowHeaders
        ? "The log does not tell which headers preflights ask for. Log Access-Control-Request-Headers, and add them to allowHeaders, or the browser refuses every request that has one."
        : "The log does not tell which headers preflights ask for, so allowHeaders is left open. Log Access-Control-Request-Headers, and name them.",
    );
  }
  if (!policy.allowMethods) {
    notes.push(
      "The log does not tell methods, so allowMethods is left to its default. Name yours.",
    );
  }
  if (!policy.credentials) {
    notes.push(
      tally.isCredentialsTold
        ? 'No request had cookies, so credentials are off. Under "*" no page can send them, so ask yourself whether any needs them.'
        : "The log does not tell of cookies, so credentials are off.",
    );
  }
  for (const [name, problem] of [...impossible].slice(0, 10)) {
    notes.push(`Pages ask for ${name}, which no policy can allow: ${problem}`);
  }
  notes.push("A log does not tell which response headers pages read. Name them in exposeHeaders.");
  notes.push("Look at each origin: a log also holds those that only tried.");
  return notes;
}
