import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./workspace.ts";

/** Lists the files that are in the tree, or would be with the next commit. */
export function treeFiles(...patterns: readonly string[]): readonly string[] {
  const options = ["--cached", "--others", "--exclude-standard", "--deduplicate"];
  const output = execFileSync("git", ["ls-files", ...options, "--", ...patterns], {
    cwd: ROOT,
    encoding: "utf8",
  });
  // Git also lists a file that is deleted before the commit that removes it.
  return output
    .split("\n")
    .filter((file) => file !== "" && existsSync(join(ROOT, file)))
    .toSorted();
}
