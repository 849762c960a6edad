import type { Product } from "../product.ts";
import { json } from "../text.ts";
import { documented } from "./documented.ts";
import { maxAge } from "./headers.ts";
import { originsOf } from "./lists.ts";
import { header, host } from "./signs.ts";

export const cloudfront: Product = documented({
  name: "cloudfront",
  title: "Amazon CloudFront",
  audience: "cloud",
  docs: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html",
  signs: [
    header("x-amz-cf-id"),
    { in: "via", pattern: /cloudfront\.net/, sure: 3 },
    host(/\.cloudfront\.net$/),
  ],
  where:
    "As a response headers policy of the behaviour, which also allows OPTIONS; with OriginOverride the headers of the origin do not count:",
  language: "json",
  code: (wanted) =>
    inOneLine({
      CorsConfig: {
        AccessControlAllowOrigins: items(originsOf(wanted)),
        AccessControlAllowMethods: items(
          wanted.methods.filter((method) =>
            /^(?:GET|HEAD|PUT|POST|PATCH|DELETE|OPTIONS)$/.test(method),
          ),
        ),
        AccessControlAllowHeaders: items(wanted.headers.length > 0 ? wanted.headers : ["*"]),
        AccessControlExposeHeaders: items(wanted.expose),
        AccessControlAllowCredentials: wanted.credentials,
        AccessControlMaxAgeSec: maxAge,
        OriginOverride: true,
      },
    }),
});

/** JSON whose small objects stand in one line each, as long as they fit. */
function inOneLine(value: unknown): string {
  return json(value).replaceAll(
    /^( *"\w+": )\{\n\s+("Quantity": \d+,)\n\s+("Items": .*)\n( *)\}/gm,
    (_, name: string, quantity: string, list: string, indent: string) =>
      `${name}{ ${quantity} ${list} }`.length < 76
        ? `${name}{ ${quantity} ${list} }`
        : `${name}{\n${indent}  ${quantity} ${list}\n${indent}}`,
  );
}

function items(values: readonly string[]): {
  readonly Quantity: number;
  readonly Items: readonly string[];
} {
  return { Quantity: values.length, Items: values };
}
