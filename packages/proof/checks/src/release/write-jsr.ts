import { writeFileSync } from "node:fs";
import { inStep, jsrFile, jsrPackages, readJsr } from "./jsr.ts";

// After `changeset version`, which knows package.json alone.
for (const each of jsrPackages()) {
  const jsr = inStep(readJsr(each.directory), each);
  writeFileSync(jsrFile(each.directory), `${JSON.stringify(jsr, null, 2)}\n`);
  console.log(`${each.directory}/jsr.json: ${jsr.version}`);
}
