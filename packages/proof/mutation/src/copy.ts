import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../..", import.meta.url));

/**
 * Copies the tree, uncommitted changes included, and installs it. Mutants are written into files that
 * other packages reach through `node_modules`, so a copy of one package would not do.
 *
 * @returns the folder of the copy
 */
export function copyTree(): string {
  const copy = mkdtempSync(join(tmpdir(), "crossgate-mutation-"));
  const listed = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "-z"],
    { cwd: ROOT, encoding: "utf8" },
  );
  for (const file of listed.split("\0").filter((name) => existsSync(join(ROOT, name)))) {
    // A link that is made absolute would lead to the file here, and StrykerJS writes into it.
    const link = { recursive: true, verbatimSymlinks: true };
    if (file !== "") cpSync(join(ROOT, file), join(copy, file), link);
  }
  execFileSync("pnpm", ["install", "--frozen-lockfile", "--prefer-offline", "--reporter=silent"], {
    cwd: copy,
    stdio: "inherit",
  });
  return copy;
}
