import type { Language } from "../cure.ts";
import type { Product, Sign } from "../product.ts";
import { isTwofold, type Wanted } from "../wanted.ts";

interface Documented {
  readonly name: string;
  readonly title: string;
  readonly audience: Product["audience"];
  readonly docs: string;
  readonly signs: readonly Sign[];
  readonly where: string;
  readonly language: Language;
  readonly code: (wanted: Wanted) => string | undefined;
}

/** A product that does not run here: its snippet follows its documentation. */
export function documented({ code, where, language, ...product }: Documented): Product {
  return {
    ...product,
    proven: false,
    allow: (wanted) => {
      const text = isTwofold(wanted) ? undefined : code(wanted);
      return text === undefined
        ? undefined
        : { edit: wanted.isSet ? "change" : "add", where, language, code: text };
    },
  };
}
