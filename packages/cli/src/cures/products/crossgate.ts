import type { Product } from "../product.ts";
import { isTwofold } from "../wanted.ts";
import { crossgateImport, crossgatePolicy } from "./crossgate-options.ts";

export const crossgate: Product = {
  name: "crossgate",
  title: "Crossgate",
  audience: "server",
  docs: "https://fetch.spec.whatwg.org/#http-cors-protocol",
  proven: true,
  signs: [{ in: "access-control-allow-headers", pattern: /^\*,authorization$/, sure: 3 }],
  allow: (wanted) => ({
    edit: "change",
    where: `The policy, wherever createCors or an adapter gets it${crossgateImport(wanted)}:`,
    language: "js",
    code: isTwofold(wanted)
      ? `${crossgatePolicy(wanted)};`
      : `createCors(${crossgatePolicy(wanted)});`,
  }),
};
