import type { Exchange } from "../src/exchange.ts";
import { askBrowser, type Outcome } from "./outcome.ts";
import { showProgress, showRun } from "./show.ts";
import { scenarios } from "./scenarios.ts";

const { apiOrigin } = await getOwn<{ readonly apiOrigin: string }>("/config.json");
setText("page-origin", location.origin);
setText("api-origin", apiOrigin);

for (const article of document.querySelectorAll<HTMLElement>("[data-scenario]")) {
  const button = document.createElement("button");
  const output = document.createElement("div");
  button.type = "button";
  button.textContent = "Send again";
  output.className = "output";
  output.setAttribute("aria-live", "polite");
  article.append(button, output);
  button.addEventListener("click", () => void run(article, button, output));
  await run(article, button, output);
}

/** Sends the scenario's requests, and then asks the page's own server what passed between. */
async function run(
  article: HTMLElement,
  button: HTMLButtonElement,
  output: HTMLElement,
): Promise<void> {
  const send = scenarios[article.dataset["scenario"] ?? ""];
  if (!send) return;
  button.disabled = true;
  showProgress(article, output);
  const id = crypto.randomUUID();
  try {
    const outcome: Outcome = await askBrowser(() => send(`${apiOrigin}/api`, `?run=${id}`));
    const exchanges = await getOwn<readonly Exchange[]>(`/exchanges.json?run=${id}`);
    showRun(article, output, outcome, exchanges);
  } catch (error) {
    output.textContent = `The playground's own server does not answer: ${String(error)}`;
  } finally {
    button.disabled = false;
  }
}

async function getOwn<Value>(path: string): Promise<Value> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as Value;
}

function setText(id: string, text: string): void {
  const element = document.getElementById(id);
  if (element) element.textContent = text;
}
