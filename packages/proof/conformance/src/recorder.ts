import type { CorsOptions, Verdict } from "@crossgate/core";
import type { SeenVerdict } from "./observation.ts";
import { stepOf } from "./request.ts";

/** What happened behind one request, besides its response. */
export interface Trace {
  handlerCalls: number;
  answered?: Response;
  thrown?: unknown;
  verdict?: SeenVerdict;
  readonly asked: string[];
  verdicts: number;
}

/** Takes down what the application and the policy's hooks saw, step by step. */
export class Recorder {
  readonly #traces = new Map<number, Trace>();

  trace(step: number): Trace {
    const trace = this.#traces.get(step) ?? { handlerCalls: 0, asked: [], verdicts: 0 };
    this.#traces.set(step, trace);
    return trace;
  }

  noteVerdict(verdict: Verdict, request: Request): void {
    const { kind, allowed, reason } = verdict;
    this.trace(stepOf(request)).verdict = [kind, allowed, reason];
  }

  /** The same policy with hooks that are watched. Lists are copies, so that they may be wrecked. */
  watch(options: CorsOptions): CorsOptions {
    const { origin, onVerdict } = options;
    const watched: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(options)) {
      watched[name] = Array.isArray(value) ? [...(value as unknown[])] : value;
    }
    if (typeof origin === "function") {
      watched.origin = (asked: string, context: unknown, request: Request) => {
        this.trace(stepOf(request)).asked.push(asked);
        return origin(asked, context, request);
      };
    }
    if (onVerdict) {
      watched.onVerdict = (verdict: Verdict, request: Request, context: unknown) => {
        this.trace(stepOf(request)).verdicts++;
        return onVerdict(verdict, request, context);
      };
    }
    return watched as unknown as CorsOptions;
  }
}

/** Rewrites a policy behind the gate's back: from now on everything is allowed, or so it says. */
export function wreck(options: CorsOptions): void {
  const writable = options as unknown as Record<string, unknown>;
  for (const [name, value] of Object.entries(writable)) {
    if (Array.isArray(value)) value.splice(0, value.length, "https://wrecker.example");
    else delete writable[name];
  }
}

/** The same for a response that was sent: whatever it shares with the next one is now wrong. */
export function wreckResponse(response: Response): void {
  try {
    response.headers.set("access-control-allow-origin", "https://wrecker.example");
    response.headers.set("vary", "Wrecked");
  } catch {
    // Immutable headers can't carry anything into the next answer.
  }
}

/** Counts the errors that are reported on the console while it stands in for it. */
export class ConsoleWatch {
  #reported = 0;
  readonly #write = console.error;

  start(): void {
    console.error = (...said: unknown[]) => {
      this.#reported += Math.max(1, said.filter((part) => part instanceof Error).length);
    };
  }

  /** @returns the number of reports since the start */
  stop(): number {
    console.error = this.#write;
    return this.#reported;
  }
}
