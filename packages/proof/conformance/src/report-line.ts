import type { Report } from "./report.ts";

const PREFIX = "conformance-report ";

/** One line among whatever else a runtime writes. */
export function printReport(report: Report): void {
  console.log(PREFIX + JSON.stringify(report));
}

export function findReport(output: string): Report | undefined {
  const line = output.split("\n").find((text) => text.startsWith(PREFIX));
  return line === undefined ? undefined : (JSON.parse(line.slice(PREFIX.length)) as Report);
}
