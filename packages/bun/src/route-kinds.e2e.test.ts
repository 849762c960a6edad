import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

type Answer = readonly [status: number, granted: string | null, body: string];
type Row = readonly [kind: string, plain: string, denied: Answer, allowed: Answer];

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const { stdout } = await promisify(execFile)(path("../../../node_modules/.bin/bun"), [
  path("../fixtures/route-kinds.ts"),
]);

const rows = JSON.parse(stdout) as Row[];

test("Bun takes most kinds", () => expect(rows.length).toBeGreaterThan(55));

test.each(rows)(
  "H1, H3: %s are served as without a gate, and to no stranger",
  (_, plain, denied, allowed) => {
    expect(denied).toEqual([403, null, "Origin not allowed.\n"]);
    expect(allowed).toEqual([200, "https://myapp.com", plain]);
  },
);
