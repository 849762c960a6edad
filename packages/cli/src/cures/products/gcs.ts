import type { Product } from "../product.ts";
import { json } from "../text.ts";
import { documented } from "./documented.ts";
import { maxAge } from "./headers.ts";
import { originsOf } from "./lists.ts";
import { header, host, server } from "./signs.ts";

export const gcs: Product = documented({
  name: "gcs",
  title: "Google Cloud Storage",
  audience: "cloud",
  docs: "https://cloud.google.com/storage/docs/using-cors",
  answersOriginOnly: true,
  signs: [
    header("x-goog-generation"),
    header("x-guploader-uploadid"),
    server(/^UploadServer$/),
    host(/(?:^|\.)(?:firebase)?storage\.googleapis\.com$/),
  ],
  where: "As cors.json, then gcloud storage buckets update gs://BUCKET --cors-file=cors.json:",
  language: "json",
  code: (wanted) =>
    json([
      {
        origin: originsOf(wanted),
        method: wanted.methods,
        responseHeader: [...new Set([...wanted.headers, ...wanted.expose])],
        maxAgeSeconds: maxAge,
      },
    ]),
});
