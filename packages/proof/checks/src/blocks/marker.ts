/** What the comment right above a code block says about it. */
export type Marker =
  | { readonly kind: "none" }
  /** The block takes these declarations from the reader; it compiles with them, and does not run. */
  | { readonly kind: "given"; readonly declarations: string }
  /** The block compiles, and does not run. */
  | { readonly kind: "not run"; readonly why: string }
  /** Nothing here can check the block. */
  | { readonly kind: "not checked"; readonly why: string }
  /** The block shows lines of a file that is checked where it lies. */
  | { readonly kind: "from"; readonly file: string }
  /** The block is what the one before it prints. */
  | { readonly kind: "prints" }
  | { readonly kind: "unknown"; readonly remark: string };

const MARKERS: Readonly<Record<string, (text: string) => Marker>> = {
  given: (declarations) => ({ kind: "given", declarations }),
  "not run": (why) => ({ kind: "not run", why }),
  "not checked": (why) => ({ kind: "not checked", why }),
  from: (file) => ({ kind: "from", file }),
};

/** A misspelt marker must not switch a check off, so a comment that is none is said to be unknown. */
export function parseMarker(remark: string): Marker {
  if (remark === "") return { kind: "none" };
  if (remark === "prints") return { kind: "prints" };
  const [, name = "", text = ""] = /^([a-z ]+):([\s\S]*)$/.exec(remark) ?? [];
  const marker = Object.hasOwn(MARKERS, name) ? MARKERS[name] : undefined;
  if (marker === undefined || text.trim() === "") return { kind: "unknown", remark };
  return marker(text.trim());
}
