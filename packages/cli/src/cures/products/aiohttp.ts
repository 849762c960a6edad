import type { Product } from "../product.ts";
import { lines, list } from "../text.ts";
import type { Wanted } from "../wanted.ts";
import { maxAge } from "./headers.ts";

function aiohttpOptions(wanted: Wanted, credentials: boolean): string {
  return lines(
    "aiohttp_cors.ResourceOptions(",
    credentials && "            allow_credentials=True,",
    wanted.expose.length > 0 && `            expose_headers=${list(wanted.expose)},`,
    `            allow_headers=${wanted.anyHeader ? '"*"' : list(wanted.headers)},`,
    `            allow_methods=${list(wanted.methods)},`,
    `            max_age=${maxAge},`,
    "        ),",
  );
}

export const aiohttp: Product = {
  name: "aiohttp",
  title: "aiohttp with aiohttp-cors",
  audience: "server",
  docs: "https://github.com/aio-libs/aiohttp-cors",
  proven: true,
  coversRoutesOnly: true,
  signs: [
    { in: "server", pattern: /aiohttp\//, sure: 3 },
    { in: "body", pattern: /^CORS preflight request failed:/, sure: 3 },
  ],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where:
      "After all routes are added and before web.run_app(), instead of the present aiohttp_cors.setup(); import aiohttp_cors:",
    language: "python",
    code: lines(
      "cors = aiohttp_cors.setup(",
      "    app,",
      "    defaults={",
      ...(wanted.everyone && !wanted.credentials ? [] : wanted.origins).map(
        (origin) =>
          `        ${JSON.stringify(origin)}: ${aiohttpOptions(wanted, wanted.credentials)}`,
      ),
      wanted.everyone && `        "*": ${aiohttpOptions(wanted, false)}`,
      "    },",
      ")",
      "for route in list(app.router.routes()):",
      "    cors.add(route)",
    ),
  }),
};
