import type { Product } from "../product.ts";
import { lines } from "../text.ts";
import { documented } from "./documented.ts";
import { exposeOnly, preflightOnly } from "./headers.ts";
import { originsOf, quoted } from "./lists.ts";
import { header, host, server } from "./signs.ts";

export const netlify: Product = documented({
  name: "netlify",
  title: "Netlify",
  audience: "cloud",
  docs: "https://docs.netlify.com/routing/headers/",
  signs: [server(/^Netlify/), header("x-nf-request-id"), host(/\.netlify\.app$/)],
  where: "In netlify.toml for files; a function sets the same headers itself and answers OPTIONS:",
  language: "toml",
  code: (wanted) =>
    wanted.origins.length > 1 && !wanted.everyone
      ? undefined
      : lines(
          "[[headers]]",
          '  for = "/*"',
          "  [headers.values]",
          `    Access-Control-Allow-Origin = ${quoted(originsOf(wanted))}`,
          wanted.credentials && '    Access-Control-Allow-Credentials = "true"',
          ...[...exposeOnly(wanted), ...preflightOnly(wanted)].map(
            ([name, value]) => `    ${name} = ${JSON.stringify(value)}`,
          ),
          '    Vary = "Origin"',
        ),
});
