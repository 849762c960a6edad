import { argv } from "node:process";
import { APPS, type Variant } from "../src/http/app.ts";
import { endWithParent } from "../src/http/end-with-parent.ts";

declare const Bun: { serve(options: object): { readonly port: number } };

const { port } = Bun.serve({ hostname: "127.0.0.1", port: 0, fetch: APPS[argv[2] as Variant] });
console.log(`http://127.0.0.1:${port}/`);
endWithParent();
