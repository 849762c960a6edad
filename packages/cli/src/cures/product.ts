import type { Audience, Edit, Language } from "./cure.ts";
import type { Wanted } from "./wanted.ts";

/** What a product is told by. */
export interface Sign {
  /** A header's name in lower case, or the body. */
  readonly in: string;
  readonly pattern: RegExp;
  /** 3 says its name, 2 is its habit, 1 fits others too. */
  readonly sure: 1 | 2 | 3;
}

/** Something to write, and where. */
export interface Snippet {
  readonly edit: Edit;
  readonly where: string;
  readonly language: Language;
  readonly code: string;
}

/** A server, a proxy or a cloud service: how it is told, and how it allows a page. */
export interface Product {
  /** What `--server` takes. */
  readonly name: string;
  readonly title: string;
  readonly audience: Extract<Audience, "server" | "proxy" | "cloud">;
  /** Where its makers document it. */
  readonly docs: string;
  /** Whether the snippets were run on it, or only follow its documentation. */
  readonly proven: boolean;
  /** The first that fits counts; none for what no response gives away. */
  readonly signs: readonly Sign[];
  /** The policy in its words; undefined where it has no words for it. */
  readonly allow: (wanted: Wanted) => Snippet | undefined;
  /** Whether the headers are on the 500 of a handler that throws, too. */
  readonly coversFailures?: boolean;
  /** Whether it sends its headers, and Vary, only to those who send Origin. */
  readonly answersOriginOnly?: boolean;
  /** Whether its layer covers the routes that it knows, and no error or login in front of them. */
  readonly coversRoutesOnly?: boolean;
  /** Whether its snippet takes the place of headers that another layer has set. */
  readonly replaces?: boolean;
  /** For a body that is too large. */
  readonly enlarge?: () => Snippet;
}
