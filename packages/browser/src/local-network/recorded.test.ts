import { describe, expect, it } from "vitest";
import {
  isAsRecorded,
  localNetworkOutcome,
  localNetworkRows,
  recordedLocalNetwork,
} from "../../fixtures/local-network.ts";
import { createBrowser } from "../index.ts";

describe("what Chromium was seen to do with local networks", () => {
  const recorded = recordedLocalNetwork();

  it("is recorded for every request", () => {
    expect(recorded).toHaveLength(localNetworkRows.length);
  });

  it.each(recorded.map((row) => [JSON.stringify(row), row] as const))("%s", async (_, row) => {
    const outcome = await localNetworkOutcome({ createBrowser }, row);
    expect([outcome, isAsRecorded(outcome, row)]).toEqual([outcome, true]);
  });
});
