import type { Product } from "../product.ts";
import { lines } from "../text.ts";
import { documented } from "./documented.ts";
import { maxAge } from "./headers.ts";
import { headersOf, originsOf, quoted } from "./lists.ts";
import { body } from "./signs.ts";

export const laravel: Product = documented({
  name: "laravel",
  title: "Laravel",
  audience: "server",
  docs: "https://laravel.com/docs/routing#cors",
  signs: [
    { in: "set-cookie", pattern: /^(?:laravel_session|XSRF-TOKEN)=/, sure: 3 },
    body(/Laravel/, 2),
  ],
  where: "As config/cors.php (php artisan config:publish cors), then php artisan config:clear:",
  language: "php",
  code: (wanted) =>
    lines(
      "<?php",
      "",
      "return [",
      "    'paths' => ['*'],",
      `    'allowed_methods' => [${quoted(wanted.methods)}],`,
      `    'allowed_origins' => [${quoted(originsOf(wanted))}],`,
      "    'allowed_origins_patterns' => [],",
      `    'allowed_headers' => [${quoted(headersOf(wanted))}],`,
      `    'exposed_headers' => [${quoted(wanted.expose)}],`,
      `    'max_age' => ${maxAge},`,
      `    'supports_credentials' => ${wanted.credentials},`,
      "];",
    ),
});
