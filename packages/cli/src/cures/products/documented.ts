import type { Language } from "../cure.ts";
import type { Product, Sign } from "../product.ts";
import { isTwofold, type Wanted } from "../wanted.ts";

interface Documented {
  readonly name: string;
  readonly title: string;
  readonly audience: Product["audience"];
  readonly docs: string;
  readonly signs: readonly Sign[];
  readonly answersOriginOnly?: boolean;
  readonly where: string;
  readonly language: Language;
  readonly code: (wanted: Wanted) => string | undefined;
  /** Named origins with credentials beside everyone without, where it has words for that. */
  readonly twofold?: (wanted: Wanted) => string;
}

/** A product that does not run here: its snippet follows its documentation. */
export function documented({ code, twofold, where, language, ...product }: Documented): Product {
  return {
    ...product,
    proven: false,
    allow: (wanted) => {
      const text = isTwofold(wanted) ? twofold?.(wanted) : code(wanted);
      return text === undefined
        ? undefined
        : { edit: wanted.isSet ? "change" : "add", where, language, code: text };
    },
  };
}
