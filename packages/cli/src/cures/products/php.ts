import type { Product, Snippet } from "../product.ts";
import { lines } from "../text.ts";
import type { Wanted } from "../wanted.ts";
import { exposeOnly, preflightOnly } from "./headers.ts";

function phpSnippet(wanted: Wanted): Snippet {
  const isOpen = wanted.everyone && !wanted.credentials;
  const origins = wanted.origins.map((origin) => JSON.stringify(origin)).join(", ");
  return {
    edit: wanted.isSet ? "change" : "add",
    where: "First in the PHP file, right behind <?php, instead of its header() lines of CORS:",
    language: "php",
    code: lines(
      wanted.everyone && 'header("Access-Control-Allow-Origin: *");',
      !isOpen && '$origin = $_SERVER["HTTP_ORIGIN"] ?? "";',
      !isOpen && `if (in_array($origin, [${origins}], true)) {`,
      !isOpen && '    header("Access-Control-Allow-Origin: $origin");',
      wanted.credentials && '    header("Access-Control-Allow-Credentials: true");',
      !isOpen && "}",
      !isOpen && 'header("Vary: Origin", false);',
      ...exposeOnly(wanted).map(([name, value]) => `header("${name}: ${value}");`),
      'if (isset($_SERVER["HTTP_ACCESS_CONTROL_REQUEST_METHOD"])) {',
      ...preflightOnly(wanted).map(([name, value]) => `    header("${name}: ${value}");`),
      "    http_response_code(204);",
      "    exit;",
      "}",
    ),
  };
}

export const php: Product = {
  name: "php",
  title: "PHP",
  audience: "server",
  docs: "https://www.php.net/manual/function.header.php",
  proven: true,
  signs: [
    { in: "x-powered-by", pattern: /^PHP\//, sure: 3 },
    { in: "set-cookie", pattern: /^PHPSESSID=/, sure: 3 },
  ],
  allow: phpSnippet,
};
