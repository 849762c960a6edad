import { spawnSync } from "node:child_process";

/** Every contender answers rightly everywhere; how fast is not asked. */
const RUNTIMES = [["node"], ["deno", "run", "-A"], ["bun"]] as const;
const RIGHT = /: (\d+) right, (\d+) wrong$/m;

let passed = 0;
let failed = 0;
for (const [runtime, ...args] of RUNTIMES) {
  const { stdout, stderr } = spawnSync(runtime, [...args, "src/main.ts", "--smoke"], {
    encoding: "utf8",
  });
  const [, right, wrong] = RIGHT.exec(stdout ?? "") ?? [];
  console.log(
    `${stdout ?? ""}${right === undefined ? `${runtime}: ${stderr ?? "cannot run"}` : ""}`,
  );
  passed += Number(right ?? 0);
  failed += Number(wrong ?? 1);
}
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
