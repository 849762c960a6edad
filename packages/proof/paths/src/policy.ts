import { createCors, type CorsOptions, type Gate } from "@crossgate/core";
import { corsByPath, type PathRule } from "@crossgate/core/by-path";
import type { Rule } from "./setting.ts";

/** A page that every rule allows. */
export const PAGE = "https://page.example";
/** A page that only a rule for everyone allows. */
export const STRANGER = "https://stranger.example";

/** Makes the gate. What it grants names the rule, in a header that every grant has. */
export function createGate(rules: readonly Rule[]): Gate {
  return corsByPath(
    rules.map((rule, index): PathRule => {
      const options = optionsOf(rule, index);
      const { path, form } = rule;
      if (form === "options") return { path, ...options };
      return { path, gate: form === "gate" ? createCors(options) : createNested(rule, options) };
    }),
  );
}

/** Whatever asks it about a path that is not the rule's gets a grant that no rule gives. */
function createNested({ path }: Rule, options: CorsOptions): Gate {
  const others: PathRule = { path: "*", origin: "*", exposeHeaders: ["x-rule-999"] };
  return corsByPath([{ path, ...options }, ...(path === "*" ? [] : [others])]);
}

function optionsOf({ allows, refuseDenied }: Rule, index: number): CorsOptions {
  const origin = {
    list: [PAGE, `https://rule-${index}.example`],
    anyone: "*",
    page: PAGE,
  } as const;
  return {
    origin: origin[allows],
    allowMethods: ["GET", `RULE-${index}`],
    exposeHeaders: [`x-rule-${index}`],
    refuseDenied,
  };
}

/** What a response grants its page, as far as rules are concerned. */
export interface Grant {
  /** The index of the rule that decided; `undefined` where nothing is granted. */
  readonly rule: number | undefined;
  /** Whether the gate answered, and no handler ran. */
  readonly refused: boolean;
}

/** Reads a response's grant. A preflight says by its methods which rule decided. */
export function grantOf(status: number, headers: Headers): Grant {
  const granted = headers.get("access-control-allow-origin");
  const refused = status === 403 && headers.get("cache-control") === "no-store";
  if (granted === null) return { rule: undefined, refused };
  const text = `${headers.get("access-control-expose-headers")} ${headers.get("access-control-allow-methods")}`;
  const [, rule] = /(?:x-rule-|RULE-)(\d+)/.exec(text) ?? [];
  // A grant that no rule gave is someone else's, and no rule has this index.
  return { rule: rule === undefined ? -1 : Number(rule), refused };
}
