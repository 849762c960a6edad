import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Contenders, startContenders } from "../load/contenders.ts";
import { measure, ORIGINS } from "../load/measure.ts";

const ANSWERS = 2000;
const CONNECTIONS = 64;

/** The short form of `pnpm load`, for its responses and not for its figures. */
describe("the gateway under load", () => {
  let contenders: Contenders;

  beforeAll(async () => {
    contenders = await startContenders();
  });
  afterAll(async () => {
    await contenders?.stop();
  });

  it("gives each of 50 origins its own responses, and another one none", async () => {
    for (const { name, url, isGated } of contenders.all.filter((one) => one.isGated)) {
      const until = { amount: ANSWERS };
      const measured = await measure({ url, isGated, connections: CONNECTIONS, until });
      const { wrong, origins, answers, perSecond, p50, p99 } = measured;
      console.log(
        `${name}: ${answers} answers checked, ${wrong.length} wrong, ${perSecond.toFixed(0)} per second, p50 ${p50} ms, p99 ${p99} ms`,
      );
      expect(wrong).toEqual([]);
      expect(origins).toBe(ORIGINS.length);
      expect(answers).toBe(ANSWERS);
    }
  });
});
