import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { lint } from "./lint.ts";

// Within this package, so that modules find what they import.
const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(here, "../../node_modules/.crossgate-lint-"));

afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;

/** A module that exports a gate by origin. */
function gateOf(rules: string, before = ""): string {
  count += 1;
  const path = join(folder, `${count}.ts`);
  writeFileSync(
    path,
    `import { corsByOrigin } from "@crossgate/core/by-origin";\n${before}export default corsByOrigin(${rules});\n`,
  );
  return path;
}

describe("lint of a gate by origin", () => {
  it("says who may read with cookies, and who without", async () => {
    const path = gateOf(
      "[{ origin: team, credentials: true }, { origin: '*' }]",
      ['const team = ["https://app.myapp.com", "https://*.myapp.com"];', ""].join("\n"),
    );
    expect(await lint(path)).toMatchObject({
      verdict: "clean",
      allows: [
        "/crossgate-lint: any page on the web, https://app.myapp.com with cookies, https://sub.myapp.com with cookies may read.",
      ],
    });
  });

  it.each([
    ["public-suffix", `[{ origin: "https://*.co.uk", credentials: true }, { origin: "*" }]`],
    [
      "shared-hosting",
      `[{ origin: ["https://*.vercel.app"], credentials: true }, { origin: "*" }]`,
    ],
    ["localhost", `[{ origin: "http://localhost:*", credentials: true }, { origin: "*" }]`],
    [
      "slow-expression",
      `[{ origin: /^https:\\/\\/([a-z-]+)+\\.myapp\\.com$/, credentials: true }, { origin: "*" }]`,
    ],
    [
      "allows-probe",
      `[{ origin: (origin) => origin.endsWith("myapp.com"), credentials: true }, { origin: "*" }]`,
    ],
    ["allows-probe", `[{ origin: () => true, credentials: true }]`],
  ])("finds %s in %s", async (code, rules) => {
    const { verdict, warnings } = await lint(gateOf(rules));
    expect(verdict).toBe("warnings");
    expect(warnings.map((warning) => warning.code)).toContain(code);
  });

  it("names the rule that no origin reaches", async () => {
    const path = gateOf(`[{ origin: "*" }, { origin: "https://a.example", credentials: true }]`);
    const { verdict, errors } = await lint(path);
    expect(verdict).toBe("invalid");
    expect(errors[0]?.path).toBe("[1].origin");
  });

  it("compares with the values of the variables that a function of env names", async () => {
    const path = join(folder, "env.ts");
    writeFileSync(
      path,
      `import { corsByOrigin } from "@crossgate/core/by-origin";
export default (env: { readonly TEAM: string }) =>
  corsByOrigin([{ origin: (origin) => origin.endsWith(env.TEAM), credentials: true }, { origin: "*" }]);
`,
    );
    const env = join(folder, "variables");
    writeFileSync(env, "TEAM=myapp.com\n");
    const { warnings } = await lint(path, { env });
    expect(warnings).toEqual([
      expect.objectContaining({
        code: "allows-probe",
        message: expect.stringContaining("myapp.com, which anyone may register"),
      }),
    ]);
  });
});
