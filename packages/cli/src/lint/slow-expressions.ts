import { Worker } from "node:worker_threads";
import { attackTexts } from "./attack-texts.ts";

/** An expression that takes a thousandth of it is noticed by no one. */
const PATIENCE_MS = 400;

/** Runs in a thread, which can be stopped in the middle of a test, and tells each text that is done. */
const PROGRAM = `
const { parentPort, workerData: { source, flags, texts } } = require("node:worker_threads");
const expression = new RegExp(source, flags);
parentPort.postMessage("ready");
for (const text of texts) {
  expression.test(text);
  parentPort.postMessage("done");
}`;

/**
 * An origin that keeps an expression busy for longer than a request may take, because each character
 * more doubles the time (`([a-z-]+)+`). Anyone can send it.
 *
 * @returns `undefined` where no such origin is found
 */
export async function slowOrigin(expression: RegExp): Promise<string | undefined> {
  const texts = attackTexts(expression);
  if (texts.length === 0) return undefined;
  const { source, flags } = expression;
  const anchored = { source: `^(?:${source})$`, flags: flags.replace(/[gy]/g, ""), texts };
  const worker = new Worker(PROGRAM, { eval: true, workerData: anchored });
  try {
    return await firstUnfinished(worker, texts);
  } finally {
    await worker.terminate();
  }
}

function firstUnfinished(worker: Worker, texts: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let done = -1;
    let timer: NodeJS.Timeout | undefined;
    worker.on("message", () => {
      done += 1;
      clearTimeout(timer);
      if (done === texts.length) resolve(undefined);
      else timer = setTimeout(() => resolve(texts[done]), PATIENCE_MS);
    });
    worker.on("error", reject);
  });
}
