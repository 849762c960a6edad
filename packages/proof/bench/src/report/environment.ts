import { readFileSync } from "node:fs";
import { arch, cpus, platform, release, totalmem } from "node:os";
import { pathOf } from "../runtimes.ts";

/** Processor, memory and system; nothing that names a machine. */
export function machine(): string {
  const [cpu] = cpus();
  const model = cpu?.model.trim() || "unknown processor";
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${model}, ${memory} GiB, ${platform()} ${release().split("-")[0]} ${arch()}`;
}

/** What was compared, as it is pinned. */
export function versions(): string {
  const { dependencies }: { dependencies: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(pathOf("../package.json"), "utf8"),
  );
  return Object.entries(dependencies)
    .filter(([, version]) => !version.startsWith("workspace:"))
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");
}
