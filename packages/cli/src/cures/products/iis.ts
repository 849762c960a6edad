import type { Product } from "../product.ts";
import { lines } from "../text.ts";
import type { Wanted } from "../wanted.ts";
import { documented } from "./documented.ts";
import { maxAge } from "./headers.ts";
import { originsOf } from "./lists.ts";
import { server } from "./signs.ts";

export const iis: Product = documented({
  name: "iis",
  title: "IIS with its CORS module",
  audience: "proxy",
  docs: "https://learn.microsoft.com/iis/extensions/cors-module/cors-module-configuration-reference",
  signs: [server(/^Microsoft-(?:IIS|HTTPAPI)/)],
  where: "In web.config, inside <system.webServer>, instead of its customHeaders of CORS:",
  language: "xml",
  code: (wanted) =>
    lines(
      '<cors enabled="true" failUnlistedOrigins="false">',
      ...originsOf(wanted).map((origin) => iisRule(origin, wanted)),
      "</cors>",
    ),
});

function iisRule(
  origin: string,
  { anyHeader, credentials, expose, headers, methods }: Wanted,
): string {
  const add = (kind: string, values: readonly string[]): string =>
    values.map((value) => `\n      <add ${kind}="${value}" />`).join("");
  return lines(
    `  <add origin="${origin}"\n    allowCredentials="${credentials}" maxAge="${maxAge}">`,
    `    <allowMethods>${add("method", methods)}\n    </allowMethods>`,
    anyHeader
      ? '    <allowHeaders allowAllRequestedHeaders="true" />'
      : `    <allowHeaders>${add("header", headers)}\n    </allowHeaders>`,
    expose.length > 0 && `    <exposeHeaders>${add("header", expose)}\n    </exposeHeaders>`,
    "  </add>",
  );
}
