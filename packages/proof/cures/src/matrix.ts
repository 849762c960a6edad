import { products } from "crossgate/cause";
import { otherPage, type Scenario, scenarios } from "./scenario.ts";
import type { Subject } from "./subject.ts";

/** What a cell of the matrix says. */
export type Proof = "proven" | "by documentation" | "by the page" | "not applicable";

/** One product, one cause. */
export interface Cell {
  readonly product: string;
  readonly scenario: string;
  readonly proof: Proof;
  /** The cause that was named, or why there is none. */
  readonly note: string;
}

/** Every product that is known by its documentation, with every cause. */
export function documentedCells(): readonly Cell[] {
  const documented = products.filter(({ proven }) => !proven);
  return documented.flatMap(({ name, allow }) =>
    scenarios.map((scenario): Cell => {
      const cell = { product: name, scenario: scenario.name };
      if (scenario.path === "/broken")
        return { ...cell, proof: "not applicable", note: "the handler's to mend" };
      if (scenario.path === "/moved") return { ...cell, proof: "by the page", note: "its address" };
      const isSaid = allow(policyOf(scenario)) !== undefined;
      return isSaid
        ? { ...cell, proof: "by documentation", note: "" }
        : { ...cell, proof: "by the page", note: "no words for two policies: plain headers" };
    }),
  );
}

/** What a subject does not have, or does right. */
export function excusedCells({ product, immune, inapplicable }: Subject): readonly Cell[] {
  return Object.entries({ ...immune, ...inapplicable }).map(([scenario, note]) => ({
    product,
    scenario,
    proof: "not applicable",
    note,
  }));
}

function policyOf({ broken, init }: Scenario): Parameters<(typeof products)[number]["allow"]>[0] {
  const page = "https://app.example";
  const none = {
    origins: [page],
    everyone: false,
    credentials: false,
    methods: ["GET", "HEAD", "POST"],
    headers: [],
    anyHeader: true,
    expose: [],
    isSet: false,
  };
  const there = broken(page);
  const credentials = init.credentials === "include";
  return { ...none, ...there, credentials, origins: there ? [page, otherPage] : [page] };
}

/** The matrix as text: a line a product, a letter a cause, and what the letters leave out. */
export function renderMatrix(cells: readonly Cell[]): string {
  const letters = {
    proven: "P",
    "by documentation": "d",
    "by the page": "p",
    "not applicable": "-",
  };
  const names = [...scenarios.map(({ name }) => name), "twice"];
  const rows = [...new Set(cells.map(({ product }) => product))].map((product) => {
    const own = cells.filter((cell) => cell.product === product);
    const marks = names.map((name) => {
      const cell = own.find(({ scenario }) => scenario === name);
      return (cell ? letters[cell.proof] : " ").padEnd(3);
    });
    return `${product.padEnd(20)} ${marks.join("")}`;
  });
  const count = (proof: Proof): number => cells.filter((cell) => cell.proof === proof).length;
  return [
    ...names.map((name, index) => `${" ".repeat(21 + index * 3)}${name}`),
    ...rows,
    `${count("proven")} proven (P), ${count("by documentation")} by documentation (d), ${count("by the page")} by the page (p), ${count("not applicable")} not applicable (-):`,
    ...cells
      .filter(({ proof, note }) => proof === "not applicable" && note !== "the handler's to mend")
      .map(({ product, scenario, note }) => `  ${product}, ${scenario}: ${note}`),
  ].join("\n");
}
