import type { AskedAs, Given } from "./given.ts";
import { dictionary } from "../dictionary.ts";

const element =
  /<(img|script|link|video|audio|source)\s[^>]*?\b(?:src|href)\s*=\s*["']?(https?:\/\/[^\s"'>]+)[^>]*>/i;
const kinds = dictionary<AskedAs>({
  img: "image",
  script: "script",
  link: "style",
  video: "media",
  audio: "media",
  source: "media",
});

/** What htmx asks for, with a header by which the browser asks first. */
const htmx = /\bhx-(get|post|put|patch|delete)\s*=\s*["'](https?:\/\/[^\s"']+)["']/i;
/** What style sheets and modules load. */
const loaded: readonly (readonly [RegExp, AskedAs])[] = [
  [/@font-face\s*\{[^}]*?url\(\s*["']?(https?:\/\/[^\s"')]+)/i, "font"],
  [/^\s*(?:import|export)\b[^'"\n;]*["'](https?:\/\/[^'"]+)["']/m, "module"],
  [/\bimport\(\s*["'](https?:\/\/[^'"]+)["']/, "module"],
];

/** Reads an element of a page that loads something from another server. */
export function readElement(text: string): Given | undefined {
  const [tag = "", name = "", url] = element.exec(text) ?? [];
  if (url === undefined) return readHtmx(text) ?? readLoaded(text);
  const [, attribute] = /\scrossorigin(?:\s*=\s*["']?([\w-]*))?/i.exec(tag) ?? [];
  const isSet = /\scrossorigin\b/i.test(tag);
  const crossorigin: Given["crossorigin"] =
    attribute === "use-credentials" ? "use-credentials" : "anonymous";
  return {
    kind: "element",
    url: url.replaceAll("&amp;", "&"),
    as: asOf(name.toLowerCase(), tag),
    ...(isSet ? { crossorigin } : {}),
    notes: [],
  };
}

function readHtmx(text: string): Given | undefined {
  const [, verb = "", url] = htmx.exec(text) ?? [];
  if (url === undefined) return undefined;
  return {
    kind: "element",
    url: url.replaceAll("&amp;", "&"),
    as: "xhr",
    method: verb.toUpperCase(),
    headers: [["hx-request", "true"]],
    isPartial: true,
    notes: [],
  };
}

function readLoaded(text: string): Given | undefined {
  for (const [pattern, as] of loaded) {
    const [, url] = pattern.exec(text) ?? [];
    if (url !== undefined) return { kind: "element", url, as, notes: [] };
  }
  return undefined;
}

function asOf(name: string, tag: string): AskedAs {
  if (name === "script" && /type\s*=\s*["']?module/i.test(tag)) return "module";
  if (name === "link" && /rel\s*=\s*["']?manifest/i.test(tag)) return "manifest";
  if (name === "link" && /\sas\s*=\s*["']?font/i.test(tag)) return "font";
  return kinds[name] ?? "image";
}
