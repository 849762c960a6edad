import type { Product } from "../product.ts";
import { lines, list } from "../text.ts";
import type { Wanted } from "../wanted.ts";
import { maxAge } from "./headers.ts";

function block(origins: string, credentials: boolean, wanted: Wanted): string {
  return lines(
    "  allow do",
    `    origins ${origins}`,
    `    resource "*",`,
    `      headers: ${wanted.anyHeader ? ":any" : list(wanted.headers)},`,
    `      methods: [${wanted.methods.map((method) => `:${method.toLowerCase()}`).join(", ")}],`,
    wanted.expose.length > 0 && `      expose: ${list(wanted.expose)},`,
    credentials && "      credentials: true,",
    `      max_age: ${maxAge}`,
    "  end",
  );
}

export const rackCors: Product = {
  name: "rack-cors",
  title: "Rails and Sinatra with rack-cors",
  audience: "server",
  docs: "https://github.com/cyu/rack-cors",
  proven: true,
  signs: [
    { in: "server", pattern: /^(?:WEBrick|thin|puma)/i, sure: 3 },
    { in: "x-cascade", pattern: /^pass$/, sure: 3 },
    { in: "x-runtime", pattern: /^\d+\.\d{6}$/, sure: 3 },
    { in: "x-rack-cors", pattern: /./, sure: 3 },
    { in: "body", pattern: /No route matches \[[A-Z]+\]/, sure: 3 },
  ],
  allow: (wanted) => ({
    edit: wanted.isSet ? "change" : "add",
    where:
      'In config.ru or the Sinatra application, in front of every other use, instead of the present Rack::Cors. In Rails in config/initializers/cors.rb, with Rails.application.config.middleware.insert_before 0, Rack::Cors do. Both need require "rack/cors":',
    language: "ruby",
    code: lines(
      "use Rack::Cors do",
      !(wanted.everyone && !wanted.credentials) &&
        block(
          wanted.origins.map((origin) => JSON.stringify(origin)).join(", "),
          wanted.credentials,
          wanted,
        ),
      wanted.everyone && block('"*"', false, wanted),
      "end",
    ),
  }),
};
