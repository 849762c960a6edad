import type { Product } from "../product.ts";
import { lines } from "../text.ts";
import { documented } from "./documented.ts";
import { maxAge } from "./headers.ts";
import { headersOf, originsOf } from "./lists.ts";
import { body, header, host, server } from "./signs.ts";

export const azureStorage: Product = documented({
  name: "azure-storage",
  title: "Azure Storage",
  audience: "cloud",
  docs: "https://learn.microsoft.com/rest/api/storageservices/cross-origin-resource-sharing--cors--support-for-the-azure-storage-services",
  answersOriginOnly: true,
  signs: [
    server(/^Windows-Azure-(?:Blob|File|Queue|Table)/),
    header("x-ms-error-code"),
    host(/\.(?:blob|file|queue|table|dfs)\.core\.windows\.net$/),
    body(/CORS not enabled or no matching rule found for this request/),
  ],
  where:
    "On the storage account, beside the rules that are there (b is for blobs; f, q and t for the others):",
  language: "sh",
  code: (wanted) =>
    lines(
      "az storage cors add --account-name ACCOUNT --services b \\",
      `  --origins ${originsOf(wanted)
        .map((each) => JSON.stringify(each))
        .join(" ")} \\`,
      `  --methods ${wanted.methods.filter((method) => /^(?:DELETE|GET|HEAD|MERGE|OPTIONS|PATCH|POST|PUT)$/.test(method)).join(" ")} \\`,
      `  --allowed-headers ${JSON.stringify(headersOf(wanted).join(","))} \\`,
      wanted.expose.length > 0 &&
        `  --exposed-headers ${JSON.stringify(wanted.expose.join(","))} \\`,
      `  --max-age ${maxAge}`,
    ),
});
