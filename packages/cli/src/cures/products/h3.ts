import type { Product } from "../product.ts";
import { jsObject, lines } from "../text.ts";
import { isTwofold } from "../wanted.ts";
import { maxAge } from "./headers.ts";

export const h3: Product = {
  name: "h3",
  title: "h3 and Nitro",
  audience: "server",
  docs: "https://h3.dev/utils/security",
  proven: true,
  signs: [
    {
      in: "body",
      pattern: /"statusCode":404,"statusMessage":"Cannot find any (?:route|path) matching/,
      sure: 3,
    },
    {
      in: "body",
      pattern:
        /^\{\s*"(?:status|statusCode)":\s*\d{3},\s*"(?:statusText|statusMessage|unhandled|message)":.*(?:"stack"|"unhandled"|"data")/s,
      sure: 1,
    },
    { in: "body", pattern: /"message":\s*"Cannot find any route matching/, sure: 3 },
  ],
  allow: (wanted) =>
    isTwofold(wanted)
      ? undefined
      : {
          edit: wanted.isSet ? "change" : "add",
          where: 'In front of every route and middleware; import { handleCors } from "h3":',
          language: "js",
          code: lines(
            "app.use((event) => {",
            `  const answer = handleCors(event, ${jsObject(
              {
                origin: wanted.everyone ? "*" : wanted.origins,
                methods: wanted.methods,
                allowHeaders: wanted.anyHeader ? "*" : wanted.headers,
                // Without a list it exposes all, which means nothing with credentials.
                exposeHeaders: wanted.expose,
                credentials: wanted.credentials || undefined,
                maxAge: String(maxAge),
              },
              "  ",
            )});`,
            "  if (answer !== false) return answer;",
            "});",
          ),
        },
};
