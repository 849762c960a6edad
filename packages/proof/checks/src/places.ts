import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./workspace.ts";

/** `packages/core/src/check.ts:24` `compileCheck`: a declaration, and where it stands. */
const PLACE = /`([\w./-]+\.ts):(\d+)` `(\w+)`/g;

/** A page whose places name the lines where the declarations stand now. */
export function withPlaces(page: string): string {
  return page.replaceAll(PLACE, (_, file: string, _line: string, name: string) => {
    const lines = readFileSync(join(ROOT, file), "utf8").split("\n");
    const declared = new RegExp(
      `^(?:export )?(?:async )?(?:function|class|const|interface) ${name}\\b|^  (?:get )?${name}\\(`,
    );
    // Of overloads the last one has the code.
    const index = lines.findLastIndex((line) => declared.test(line));
    if (index === -1) throw new Error(`${file} declares no ${name}`);
    return `\`${file}:${index + 1}\` \`${name}\``;
  });
}
