import { APPLICATIONS } from "./applications.ts";
import { CONVENTIONS } from "./conventions.ts";
import type { Family } from "./family.ts";
import { IDENTITY } from "./identity.ts";
import { NETWORKS } from "./networks.ts";

/** Every family of fields that only a proxy may write, by its product. */
export const FAMILIES: readonly Family[] = [
  ...CONVENTIONS,
  ...NETWORKS,
  ...IDENTITY,
  ...APPLICATIONS,
];

const CLAIM = new RegExp(`^(?:${[...new Set(FAMILIES.flatMap(sourcesOf))].join("|")})$`, "u");

/** Names that were asked about: nearly always the same few. */
const known = new Map<string, boolean>();
const MOST_KNOWN = 1000;

/**
 * Whether a field says what only a proxy may say. From a visitor it is a claim, and upstreams believe
 * it. Every mark is as good as a hyphen: under CGI and its heirs `x_real.ip` is the same variable.
 *
 * @param name in lower case
 */
export function isClaim(name: string): boolean {
  const before = known.get(name);
  if (before !== undefined) return before;
  const answer = CLAIM.test(hyphenated(name));
  if (known.size < MOST_KNOWN) known.set(name, answer);
  return answer;
}

function sourcesOf({ fields }: Family): readonly string[] {
  return fields.map((field) => field.split("*").map(hyphenated).join(".*"));
}

function hyphenated(name: string): string {
  return name.replaceAll(/[^a-z\d]/gu, "-");
}
