import type { Product } from "../product.ts";
import { bucketRule } from "./bucket.ts";
import { json } from "../text.ts";
import { documented } from "./documented.ts";
import { body, header, host, server } from "./signs.ts";

export const s3: Product = documented({
  name: "s3",
  title: "Amazon S3",
  audience: "cloud",
  docs: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html",
  answersOriginOnly: true,
  signs: [
    server(/^AmazonS3/),
    header("x-amz-id-2"),
    host(/\bs3[.-][\w.-]*amazonaws\.com$/),
    body(/CORSResponse: (?:This CORS request is not allowed|CORS is not enabled)/),
  ],
  where:
    "In the bucket: Permissions, Cross-origin resource sharing, beside the rules that are there:",
  language: "json",
  code: (wanted) => json([bucketRule(wanted)]),
});
