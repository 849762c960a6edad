import type { Product } from "../product.ts";
import { documented } from "./documented.ts";
import { originsOf } from "./lists.ts";
import { host } from "./signs.ts";

export const azureAppService: Product = documented({
  name: "azure-app-service",
  title: "Azure App Service and Functions",
  audience: "cloud",
  docs: "https://learn.microsoft.com/azure/app-service/app-service-web-tutorial-rest-api",
  signs: [
    host(/\.azurewebsites\.net$/),
    { in: "set-cookie", pattern: /^ARRAffinity(?:SameSite)?=/, sure: 3 },
    { in: "body", pattern: /This web app is (?:stopped|unavailable)|Azure Web Apps/, sure: 3 },
  ],
  where:
    "On the app; for Functions write az functionapp. Then take the headers out of the code, which the platform overrides:",
  language: "sh",
  code: (wanted) => {
    const origins = originsOf(wanted).map((each) => JSON.stringify(each));
    const add = `az webapp cors add --resource-group GROUP --name APP \\\n  --allowed-origins ${origins.join(" ")}`;
    const credentials =
      "az webapp cors credentials --resource-group GROUP --name APP --enable true";
    return wanted.credentials ? `${add}\n${credentials}` : add;
  },
});
