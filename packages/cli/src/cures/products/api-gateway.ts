import type { Product } from "../product.ts";
import { awsCors } from "./aws.ts";
import { json } from "../text.ts";
import { documented } from "./documented.ts";
import { body, header, host } from "./signs.ts";

export const apiGateway: Product = documented({
  name: "api-gateway",
  title: "Amazon API Gateway",
  audience: "cloud",
  docs: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html",
  signs: [
    header("x-amz-apigw-id"),
    header("apigw-requestid"),
    host(/\.execute-api\.[\w-]+\.amazonaws\.com$/),
    body(/^\{"message":"(?:Missing Authentication Token|Forbidden|Unauthorized)"\}$/),
  ],
  where:
    "For an HTTP API as corsConfiguration (aws apigatewayv2 update-api --cors-configuration); a REST API also needs the headers on its gateway responses DEFAULT_4XX and DEFAULT_5XX:",
  language: "json",
  code: (wanted) => json(awsCors(wanted)),
});
