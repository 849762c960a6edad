import { APP_NAMES, loadApp } from "./apps/all.ts";
import { GATE_NAMES, type GateName } from "./policies.ts";

/** One server per app, form and gate: its port, or why it did not start. */
export interface Started {
  readonly app: string;
  readonly form: string;
  readonly gate: GateName;
  readonly port?: number;
  readonly error?: string;
}

type Start = (app: object, gate: GateName) => number | Promise<number>;

/** Starts every app in every form of a host, and prints where. */
export async function startAll(forms: Readonly<Record<string, Start>>): Promise<void> {
  const started: Started[] = [];
  for (const name of APP_NAMES) {
    for (const [form, start] of Object.entries(forms)) {
      for (const gate of GATE_NAMES) {
        started.push({ app: name, form, gate, ...(await attempt(name, start, gate)) });
      }
    }
  }
  console.log(JSON.stringify(started));
}

async function attempt(
  name: string,
  start: Start,
  gate: GateName,
): Promise<{ port: number } | { error: string }> {
  try {
    const { create } = await loadApp(name);
    return { port: await start(create(), gate) };
  } catch (error) {
    return { error: String(error) };
  }
}
