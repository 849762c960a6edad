import type { Product } from "../product.ts";
import { documented } from "./documented.ts";
import { originsOf } from "./lists.ts";
import { header, server } from "./signs.ts";

export const minio: Product = documented({
  name: "minio",
  title: "MinIO",
  audience: "server",
  docs: "https://min.io/docs/minio/linux/reference/minio-server/settings/core.html",
  answersOriginOnly: true,
  signs: [server(/^MinIO/), header("x-minio-error-code")],
  where: "On the server, then a restart:",
  language: "sh",
  code: (wanted) =>
    `mc admin config set ALIAS api \\\n  cors_allow_origin=${JSON.stringify(originsOf(wanted).join(","))}`,
});
