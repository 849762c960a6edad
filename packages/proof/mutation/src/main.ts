// node src/main.ts [core | hono | …] [glob below its src …]
import { rmSync } from "node:fs";
import { copyTree } from "./copy.ts";
import { plantFaults } from "./plant-faults.ts";
import { summarise, summaryText } from "./summary.ts";
import { TARGETS } from "./targets.ts";

const [wanted, ...files] = process.argv.slice(2);
const targets = TARGETS.filter(({ name }) => wanted === undefined || name === wanted);
if (targets.length === 0) {
  console.error(`no package ${wanted}: write one of ${TARGETS.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}

const copy = copyTree();
try {
  const texts: string[] = [];
  for (const target of targets) {
    const summary = summarise(plantFaults(copy, target, files.length > 0 ? files : ["**/*.ts"]));
    texts.push(summaryText(target.name, summary));
    if (summary.score < target.leastKilled) process.exitCode = 1;
  }
  console.log(`\n${texts.join("\n\n")}`);
} finally {
  rmSync(copy, { recursive: true, force: true });
}
