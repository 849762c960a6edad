import type { Product } from "../product.ts";
import { awsCors } from "./aws.ts";
import { json } from "../text.ts";
import { documented } from "./documented.ts";
import { host } from "./signs.ts";

export const lambdaUrl: Product = documented({
  name: "lambda-url",
  title: "AWS Lambda function URL",
  audience: "cloud",
  docs: "https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors",
  signs: [host(/\.lambda-url\.[\w-]+\.on\.aws$/)],
  where:
    "In the function URL's CORS settings (aws lambda update-function-url-config --cors), and in no header of the function itself:",
  language: "json",
  code: (wanted) => json(awsCors(wanted)),
});
