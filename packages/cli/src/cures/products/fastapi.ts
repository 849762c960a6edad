import type { Product } from "../product.ts";
import { lines, list } from "../text.ts";
import { isTwofold, type Wanted } from "../wanted.ts";
import { maxAge } from "./headers.ts";
import { pythonOrigins } from "./python-origins.ts";

export const fastapi: Product = {
  name: "fastapi",
  title: "FastAPI and Starlette",
  audience: "server",
  docs: "https://fastapi.tiangolo.com/tutorial/cors/",
  proven: true,
  signs: [
    { in: "body", pattern: /^Disallowed CORS (?:origin|method|headers)/, sure: 3 },
    { in: "server", pattern: /^(?:uvicorn|hypercorn)/i, sure: 3 },
    { in: "body", pattern: /^\{"detail":"(?:Not Found|Method Not Allowed)"\}$/, sure: 2 },
  ],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where:
      "Behind the other add_middleware() calls, so that it is the outermost, instead of the present CORSMiddleware. It comes from starlette.middleware.cors:",
    language: "python",
    code: isTwofold(wanted)
      ? twofold(wanted)
      : lines(
          "app.add_middleware(",
          "    CORSMiddleware,",
          `    allow_origins=${pythonOrigins(wanted)},`,
          wanted.credentials && "    allow_credentials=True,",
          commonOf(wanted, "    "),
          ")",
        ),
  }),
};

/** What everyone gets alike. */
function commonOf(wanted: Wanted, indent: string): string {
  return lines(
    `allow_methods=${list(wanted.methods)},`,
    `allow_headers=${wanted.anyHeader ? '["*"]' : list(wanted.headers)},`,
    wanted.expose.length > 0 && `expose_headers=${list(wanted.expose)},`,
    `max_age=${maxAge},`,
  ).replaceAll(/^/gm, indent);
}

/** One middleware for those that are named, and one for everyone else. */
function twofold(wanted: Wanted): string {
  return `class CorsByOrigin:
    origins = ${list(wanted.origins)}

    def __init__(self, app):
        common = dict(
${commonOf(wanted, "            ")}
        )
        self.named = CORSMiddleware(
            app, allow_origins=self.origins,
            allow_credentials=True, **common,
        )
        self.open = CORSMiddleware(app, allow_origins=["*"], **common)

    async def __call__(self, scope, receive, send):
        sent = dict(scope.get("headers", []))
        origin = sent.get(b"origin", b"").decode("latin-1")
        layer = self.named if origin in self.origins else self.open
        await layer(scope, receive, send)

app.add_middleware(CorsByOrigin)`;
}
