import type { Product } from "../product.ts";
import { lines } from "../text.ts";
import type { Wanted } from "../wanted.ts";
import { documented } from "./documented.ts";
import { maxAge } from "./headers.ts";
import { quoted } from "./lists.ts";
import { header, server } from "./signs.ts";

export const aspnet: Product = documented({
  name: "aspnet",
  title: "ASP.NET Core",
  audience: "server",
  docs: "https://learn.microsoft.com/aspnet/core/security/cors",
  signs: [
    server(/^Kestrel/),
    { in: "x-powered-by", pattern: /^ASP\.NET/, sure: 3 },
    header("x-aspnet-version"),
  ],
  where:
    "In Program.cs: the services before builder.Build(), UseCors behind UseRouting and in front of UseAuthentication, instead of the present policy:",
  language: "csharp",
  code: (wanted) =>
    lines(
      "builder.Services.AddCors(options => options.AddDefaultPolicy(",
      `    ${policyOf(wanted)}));`,
      "",
      "app.UseCors();",
    ),
  twofold: (wanted) =>
    lines(
      "builder.Services.AddCors();",
      "",
      `string[] named = [${quoted(wanted.origins)}];`,
      "bool IsNamed(HttpContext context) =>",
      "    named.Contains(context.Request.Headers.Origin.ToString());",
      "app.Use((context, next) => {",
      '    context.Response.Headers.Append("Vary", "Origin");',
      "    return next(context);",
      "});",
      `app.UseWhen(IsNamed, some => some.UseCors(\n    ${policyOf({ ...wanted, everyone: false })}));`,
      `app.UseWhen(context => !IsNamed(context), open => open.UseCors(\n    ${policyOf({ ...wanted, credentials: false })}));`,
    ),
});

function policyOf(wanted: Wanted): string {
  return lines(
    "policy => policy",
    wanted.everyone ? "    .AllowAnyOrigin()" : `    .WithOrigins(${quoted(wanted.origins)})`,
    `    .WithMethods(${quoted(wanted.methods)})`,
    wanted.anyHeader ? "    .AllowAnyHeader()" : `    .WithHeaders(${quoted(wanted.headers)})`,
    wanted.expose.length > 0 && `    .WithExposedHeaders(${quoted(wanted.expose)})`,
    wanted.credentials && "    .AllowCredentials()",
    `    .SetPreflightMaxAge(TimeSpan.FromSeconds(${maxAge}))`,
  );
}
