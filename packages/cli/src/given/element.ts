import type { AskedAs, Given } from "./given.ts";

const element =
  /<(img|script|link|video|audio)\s[^>]*?\b(?:src|href)\s*=\s*["']?(https?:\/\/[^\s"'>]+)[^>]*>/i;
const kinds: Readonly<Record<string, AskedAs>> = {
  img: "image",
  script: "script",
  link: "style",
  video: "media",
  audio: "media",
};

/** Reads an element of a page that loads something from another server. */
export function readElement(text: string): Given | undefined {
  const [tag = "", name = "", url] = element.exec(text) ?? [];
  if (url === undefined) return undefined;
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

function asOf(name: string, tag: string): AskedAs {
  if (name === "script" && /type\s*=\s*["']?module/i.test(tag)) return "module";
  if (name === "link" && /rel\s*=\s*["']?manifest/i.test(tag)) return "manifest";
  if (name === "link" && /\sas\s*=\s*["']?font/i.test(tag)) return "font";
  return kinds[name] ?? "image";
}
