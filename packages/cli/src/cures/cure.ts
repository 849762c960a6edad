/** Who can do it. */
export type Audience = "server" | "proxy" | "cloud" | "page" | "visitor";

/** What a cure does to what is there. */
export type Edit = "add" | "change" | "remove" | "none";

/** What a snippet is written in. */
export type Language =
  | "apache"
  | "caddy"
  | "csharp"
  | "go"
  | "haproxy"
  | "html"
  | "http"
  | "java"
  | "js"
  | "json"
  | "lighttpd"
  | "nginx"
  | "php"
  | "python"
  | "ruby"
  | "sh"
  | "text"
  | "toml"
  | "vcl"
  | "xml"
  | "yaml";

/** One way out, for one person. */
export interface Cure {
  readonly audience: Audience;
  /** Whose configuration or code it is, such as `nginx`; `browser` for the page and the visitor. */
  readonly product: string;
  readonly edit: Edit;
  /** The language of the snippet; `text` without one. */
  readonly language: Language;
  /** Where to put it and what it replaces, or what to do where there is no snippet. */
  readonly where: string;
  readonly snippet?: string;
}
