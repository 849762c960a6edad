import inspector from "node:inspector/promises";
import { createCors } from "@crossgate/core";

/** What is asked whether an origin is allowed. */
type Allows = (origin: string) => boolean;

/** Where the code lies whose steps are counted: core's, and the planted fault of this file. */
const COUNTED = /\/core\/src\/|\/core\/dist\/|steps-of-lists/;

/** Array methods of the engine that look at every entry, of which no coverage tells. */
const SCANS = ["includes", "indexOf", "lastIndexOf", "join"] as const;

const session = new inspector.Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

let scanned = 0;
for (const name of SCANS) {
  const original: (...given: never[]) => unknown = Array.prototype[name];
  Reflect.defineProperty(Array.prototype, name, {
    value: function (this: readonly unknown[], ...given: never[]): unknown {
      scanned += this.length;
      return original.apply(this, given);
    },
  });
}

/** How often blocks of code run for one question; no clock is asked. */
async function stepsOf(allows: Allows, origin: string): Promise<number> {
  allows(origin);
  await session.post("Profiler.takePreciseCoverage");
  scanned = 0;
  allows(origin);
  const entries = scanned;
  const { result } = await session.post("Profiler.takePreciseCoverage");
  const ranges = result
    .filter(({ url }) => COUNTED.test(url))
    .flatMap(({ functions }) => functions.flatMap((each) => each.ranges));
  return ranges.reduce((sum, { count }) => sum + count, entries);
}

const LISTS = {
  exact: (index: number) => `https://customer-${String(index).padStart(5, "0")}.example`,
  patterns: (index: number) => `https://*.customer-${String(index).padStart(5, "0")}.example`,
  "patterns of any port": (index: number) =>
    `https://*.customer-${String(index).padStart(5, "0")}.example:*`,
  "patterns of one host": (index: number) =>
    `scheme-${String(index).padStart(5, "0")}://*.customer.example`,
} as const;

const COMPILERS: Readonly<Record<string, (list: readonly string[]) => Allows>> = {
  crossgate: (list) => {
    const cors = createCors({ origin: list });
    return (origin) => cors.allows(origin);
  },
  "a linear scan": (list) => (origin) => {
    for (const entry of list) if (entry === origin) return true;
    return false;
  },
  "a scan by the engine": (list) => (origin) => list.includes(origin),
};

for (const [compiler, compile] of Object.entries(COMPILERS)) {
  for (const [kind, entry] of Object.entries(LISTS)) {
    for (const length of [2, 10_000]) {
      const list = Array.from({ length }, (_, index) => entry(index));
      const allows = compile(list);
      const last = entry(length - 1)
        .replace("*", "a")
        .replace(":*", ":8443");
      const stranger = last.replace("customer", "stranger");
      const steps = [await stepsOf(allows, last), await stepsOf(allows, stranger)];
      console.log(JSON.stringify({ compiler, kind, length, steps }));
    }
  }
}
