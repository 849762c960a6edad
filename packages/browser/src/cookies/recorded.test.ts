import { describe, expect, it } from "vitest";
import { cookieOutcome, recordedCookies } from "../../fixtures/cookies.ts";
import { cookieRowsFor } from "../../fixtures/tables/cookies.ts";
import { createBrowser } from "../index.ts";
import { cookiesKept } from "./index.ts";

const engines = ["chromium", "firefox", "webkit"] as const;

describe.each(engines)("which requests of %s were seen to carry a cookie", (profile) => {
  const recorded = recordedCookies(profile);
  const rows = cookieRowsFor(profile);

  it("is recorded for every line", () => {
    expect([...recorded.keys()]).toEqual(rows.map(({ id }) => id));
  });

  it.each(rows.map((row) => [`${row.host}, ${row.credentials}: ${row.line}`, row] as const))(
    "%s",
    async (_, row) => {
      const { carried } = await cookieOutcome({ createBrowser, cookiesKept }, row, profile);
      expect(carried).toEqual(recorded.get(row.id));
    },
  );
});
