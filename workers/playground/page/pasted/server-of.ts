import type { CorsCode } from "@crossgate/browser";
import type { HeaderBlock } from "crossgate/given";
import { BY_HAND_NAMES, PREFLIGHT_STATUSES } from "../../src/demo/by-hand.ts";
import type { Scene } from "../scene.ts";

type Server = Pick<Scene, "kind" | "headers"> & Partial<Scene>;

/** The value that a console line quotes: of the header that it is about. */
const QUOTED = /(?:values?|header contains)[^']{0,40}'([^']*)'/u;

/** A server that fails in the way that a console line tells. */
export function serverOfCode(code: CorsCode | undefined, line: string, origin: string): Server {
  const allowed = `Access-Control-Allow-Origin: ${origin}`;
  const cookies = "Access-Control-Allow-Credentials: true";
  const [, value = ""] = QUOTED.exec(line.replaceAll(/\s+/gu, " ")) ?? [];
  switch (code) {
    case "acao-multiple":
      return byHand(`Access-Control-Allow-Origin: ${value || `*, ${origin}`}`);
    case "acao-invalid":
    case "acao-not-serialized":
      return byHand(`Access-Control-Allow-Origin: ${value || "myapp.com"}`);
    case "acao-mismatch":
      return byHand(`Access-Control-Allow-Origin: ${value || "https://partner.example"}`);
    case "acao-wildcard-credentials":
      return byHand(`Access-Control-Allow-Origin: *\n${cookies}`, { credentials: "include" });
    case "acac-missing":
    case "acac-not-true":
      return byHand(allowed, { credentials: "include" });
    case "method-not-allowed":
    case "authorization-needs-explicit":
      return byHand(`${allowed}\nAccess-Control-Allow-Headers: *`);
    case "header-not-allowed":
      return byHand(`${allowed}\nAccess-Control-Allow-Methods: *`);
    case "preflight-status":
      return byHand(allowed, { preflight: 404 });
    case "preflight-redirect":
      return byHand(allowed, { preflight: 302 });
    case "redirect-origin-null":
      return byHand(allowed, { answer: "elsewhere" });
    default:
      return byHand("");
  }
}

/** A server that answers with these headers. */
export function serverOfAnswer({ status = 200, headers }: HeaderBlock): Server {
  const lines = headers
    .filter(([name]) => BY_HAND_NAMES.some((known) => known === name.toLowerCase()))
    .map(([name, value]) => `${name}: ${value}`);
  return byHand(lines.join("\n"), { answer: answerOf(status), preflight: preflightOf(status) });
}

function byHand(headers: string, more: Partial<Scene> = {}): Server {
  return { kind: "by-hand", headers, ...more };
}

function answerOf(status: number): Scene["answer"] {
  if (status >= 500) return "error";
  if (status >= 400) return "missing";
  return status >= 300 && status !== 304 ? "elsewhere" : "data";
}

/** The nearest of what the demonstration can answer. */
function preflightOf(status: number): number {
  return PREFLIGHT_STATUSES.find((known) => known === status) ?? 204;
}
