/** What a page can load into itself. */
export type Loadable =
  | "image"
  | "font"
  | "script"
  | "module"
  | "style"
  | "audio"
  | "video"
  | "track";
