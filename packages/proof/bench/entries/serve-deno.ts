import { argv } from "node:process";
import { APPS, type Variant } from "../src/http/app.ts";
import { endWithParent } from "../src/http/end-with-parent.ts";

declare const Deno: {
  serve(options: object, handler: (request: Request) => Response | Promise<Response>): unknown;
};

const onListen = ({ port }: { port: number }): void => console.log(`http://127.0.0.1:${port}/`);
Deno.serve({ hostname: "127.0.0.1", port: 0, onListen }, APPS[argv[2] as Variant]);
endWithParent();
