import type { Exchange, HeaderLines } from "../src/exchange.ts";
import type { Outcome } from "./outcome.ts";

export function showProgress(article: HTMLElement, output: HTMLElement): void {
  article.dataset["outcome"] = "running";
  output.replaceChildren(element("p", { class: "decision" }, "Sending …"));
}

export function showRun(
  article: HTMLElement,
  output: HTMLElement,
  outcome: Outcome,
  exchanges: readonly Exchange[],
): void {
  article.dataset["outcome"] = outcome.readable ? "readable" : "blocked";
  output.replaceChildren(showOutcome(outcome), ...exchanges.map(showExchange));
}

function showOutcome(outcome: Outcome): HTMLElement {
  if (!outcome.readable) {
    return element(
      "div",
      { class: "decision" },
      element("strong", {}, "✗ Your browser blocked it"),
      element("p", {}, "The page learns nothing but ", element("code", {}, outcome.error)),
    );
  }
  return element(
    "div",
    { class: "decision" },
    element("strong", {}, "✓ Your browser let the page read it"),
    element("pre", { class: "body" }, element("code", {}, outcome.body)),
    element("p", {}, `Headers the script may see: ${outcome.visible.join(", ")}`),
  );
}

function showExchange(exchange: Exchange): HTMLElement {
  const { kind, method, path, requestHeaders, status, responseHeaders, detail } = exchange;
  return element(
    "section",
    { class: "exchange" },
    element("h3", {}, kind === "preflight" ? "The preflight" : "The request"),
    element(
      "div",
      { class: "messages" },
      showMessage(`→ ${method} ${path}`, requestHeaders),
      showMessage(`← ${status}`, responseHeaders),
    ),
    element("p", { class: "detail" }, "The gate: ", detail),
  );
}

function showMessage(firstLine: string, headers: HeaderLines): HTMLElement {
  const lines = headers.map(([name, value]) =>
    element(
      "div",
      isCors(name) ? { class: "cors" } : {},
      element("dt", {}, `${name}: `),
      element("dd", {}, value),
    ),
  );
  return element(
    "div",
    { class: "message" },
    element("p", { class: "first-line" }, firstLine),
    element("dl", {}, ...lines),
  );
}

function isCors(name: string): boolean {
  return name === "origin" || name === "vary" || name.startsWith("access-control-");
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElement {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}
