/** As on a user's machine, and not as in the test that runs it. */
export const PRODUCTION: Readonly<Record<string, string>> = {
  NODE_ENV: "production",
  VITEST: "",
  TEST: "",
  ASTRO_TELEMETRY_DISABLED: "1",
};
