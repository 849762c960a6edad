import { responseEssence } from "./content-type.ts";
import { isNosniff } from "../fetch/nosniff.ts";
import { isNullBodyStatus } from "../fetch/status.ts";
import type { ContextRules } from "./engines.ts";
import type { HostResponse } from "../host-types.ts";
import type { Loadable } from "./loadable.ts";

const script =
  /^(?:application|text)\/(?:x-)?(?:ecma|java)script$|^text\/(?:javascript1\.[0-5]|jscript|livescript)$/;
const neverScript = /^(?:image|audio|video)\/|^text\/csv$/;

/**
 * Why an element cannot use a response, or undefined.
 *
 * @param response the unfiltered response
 * @see https://fetch.spec.whatwg.org/#should-response-to-request-be-blocked-due-to-nosniff?
 */
export function whyUnusable(
  what: Loadable,
  response: HostResponse,
  isRedirected: boolean,
  { checksStyleTypes, strangeStyleType, failsFrom, mediaStatuses, typeReading }: ContextRules,
): string | undefined {
  const { status, headers } = response;
  const isText = what === "script" || what === "module" || what === "style";
  if (!isText && isNullBodyStatus(status)) return `status ${status}`;
  const isMedia = what === "audio" || what === "video";
  const isStranger = isMedia && mediaStatuses?.includes(status) === false;
  if (isStranger || status >= failsFrom[what]) return `status ${status}`;
  const type = headers.get("content-type") ?? "";
  const essence = responseEssence(headers, typeReading[what === "module" ? what : "script"]);
  const isStrict = isNosniff(headers);
  const said = `Content-Type '${type}'`;
  if (what === "module") return script.test(essence) ? undefined : said;
  if (what === "style") {
    const isStrange = type !== "" && (isRedirected || type.includes("/"));
    const isTyped = essence !== "" || (strangeStyleType === "another" && isStrange);
    const checksType = isStrict || (isTyped && checksStyleTypes);
    return essence === "text/css" || !checksType ? undefined : said;
  }
  if (what !== "script") return undefined;
  return neverScript.test(essence) || (isStrict && !script.test(essence)) ? said : undefined;
}
