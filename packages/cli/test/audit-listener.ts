import type { RequestListener } from "node:http";
import { onTestFinished } from "vitest";
import { audit, type AuditQuestion, type AuditReport } from "../src/index.ts";
import { runListener } from "./running.ts";

/** The page that is meant to be allowed. */
export const trusted = "https://app.example.com";

/** Audits a listener on this machine, as fast as it answers. */
export async function auditListener(
  listener: RequestListener,
  question: Partial<AuditQuestion> = {},
): Promise<AuditReport> {
  const { port, stop } = await runListener(listener);
  onTestFinished(stop);
  const url = `http://127.0.0.1:${port}/data`;
  return audit({ url, allowed: [trusted], rate: 1000, timeout: 60_000, ...question });
}
