import type { Product } from "../product.ts";
import { lines, list } from "../text.ts";
import { isTwofold } from "../wanted.ts";
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
  allow: (wanted) =>
    isTwofold(wanted)
      ? undefined
      : {
          edit: wanted.isSet ? "change" : "add",
          where:
            "Behind the other add_middleware() calls, so that it is the outermost, instead of the present CORSMiddleware. It comes from starlette.middleware.cors:",
          language: "python",
          code: lines(
            "app.add_middleware(",
            "    CORSMiddleware,",
            `    allow_origins=${pythonOrigins(wanted)},`,
            `    allow_methods=${list(wanted.methods)},`,
            `    allow_headers=${wanted.anyHeader ? '["*"]' : list(wanted.headers)},`,
            wanted.expose.length > 0 && `    expose_headers=${list(wanted.expose)},`,
            wanted.credentials && "    allow_credentials=True,",
            `    max_age=${maxAge},`,
            ")",
          ),
        },
};
