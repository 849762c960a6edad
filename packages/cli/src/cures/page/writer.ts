import type { Evidence } from "../../cause/evidence.ts";
import type { FoundCause } from "../../cause/find-cause.ts";
import type { CauseCode } from "../../cause/cause-code.ts";
import type { Audience, Cure, Edit, Language } from "../cure.ts";
import { jsObject } from "../text.ts";

export type Writer = (found: FoundCause, evidence: Evidence) => Cure | readonly Cure[];

/** The writers of some causes. */
export type Writers = Partial<Record<CauseCode, Writer>>;

export function cure(
  audience: Audience,
  edit: Edit,
  where: string,
  snippet?: string,
  language: Language = snippet === undefined ? "text" : "js",
): Cure {
  const product = audience === "page" || audience === "visitor" ? "browser" : "unknown";
  return {
    audience,
    product,
    edit,
    language,
    where,
    ...(snippet === undefined ? {} : { snippet }),
  };
}

export function page(edit: Edit, where: string, snippet?: string, language?: Language): Cure {
  return cure("page", edit, where, snippet, language);
}

export function server(where: string): Cure {
  return cure("server", "none", where);
}

/** The call as the page would write it, with other members. */
export function call(
  { asked }: Evidence,
  changed: { readonly url?: string; readonly init?: Readonly<Record<string, unknown>> } = {},
): string {
  const members = {
    method: asked.method === "GET" ? undefined : asked.method,
    credentials: asked.credentials === "same-origin" ? undefined : asked.credentials,
    ...changed.init,
  };
  const isBare = Object.values(members).every((value) => value === undefined);
  const url = JSON.stringify(changed.url ?? asked.url);
  return isBare ? `await fetch(${url});` : `await fetch(${url}, ${jsObject(members)});`;
}
