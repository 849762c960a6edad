import { join, normalize } from "node:path/posix";
import { links } from "../markdown.ts";
import type { WorkspacePackage } from "../workspace.ts";

/**
 * A package's README as a registry shows it. A link into the tree leads to the repository, at the
 * version's tag; while no repository is named, only its text is left.
 */
export function publishedReadme(
  readme: string,
  { directory, manifest: { repository, version } }: WorkspacePackage,
): string {
  const home = repository?.url.replace(/^git\+|\.git$/g, "");
  return links(readme)
    .filter(({ href }) => !/^(?:#|[a-z]+:)/i.test(href))
    .reduce((text, { raw, text: shown, href }) => {
      const target = normalize(join(directory, href));
      return text.replaceAll(
        raw,
        home === undefined ? shown : `[${shown}](${home}/blob/v${version}/${target})`,
      );
    }, readme);
}
