import { type CorsOptions, createCors, originsFrom, type StaticCorsOptions } from "@crossgate/core";

const ORIGINS = ["https://myapp.com", "https://*.myapp.com"] as const;
const PATTERNS: readonly (`https://${string}` | RegExp)[] = ["https://myapp.com", /^https:\/\/a$/];

createCors({ origin: "*" });
createCors({ origin: "*", credentials: false, exposeHeaders: "*" });
createCors({ origin: "https://myapp.com", exposeHeaders: "*" });
createCors({ origin: "https://myapp.com", credentials: true });
createCors({ origin: /^https:\/\/[a-z]+\.myapp\.com$/ });
createCors({ origin: ORIGINS, credentials: true });
createCors({ origin: PATTERNS });
createCors({ origin: [...ORIGINS, /^https:\/\/b$/] });
createCors({ origin: () => true, credentials: true });
createCors({ origin: async (origin) => (origin.endsWith(".test") ? origin : null) });
createCors({ origin: originsFrom("https://a.test, https://b.test"), credentials: true });
createCors({ origin: "chrome-extension://abcdefghijklmnopabcdefghijklmnop" });

// Lists of names may be constant too, and a flag may be a variable where "*" is nowhere.
const METHODS = ["GET", "PUT"] as const;
declare const flag: boolean;
createCors({
  origin: ORIGINS,
  credentials: flag,
  allowMethods: METHODS,
  allowHeaders: ["content-type"] as const,
  exposeHeaders: ["x-request-id"] as const,
  selfOrigins: ORIGINS,
  maxAge: 0,
});

// P3: any text is checked when createCors runs; where it comes from is no matter of types.
declare const config: { readonly origin: string; readonly origins: string[] };
createCors({ origin: config.origin });
createCors({ origin: config.origin, credentials: true });
createCors({ origin: config.origins, credentials: true });
createCors({ origin: config.origin.split(","), exposeHeaders: ["x-a"] });
createCors({ origin: [...config.origins, /^https:\/\/b$/], selfOrigins: config.origins });
createCors({ origin: "myapp.com" });
createCors({ origin: originsFrom(process.env["ORIGINS"]), credentials: true });
createCors({ origin: originsFrom(config.origins) });
declare const process: { readonly env: Readonly<Record<string, string | undefined>> };

// A policy made once, in every way that people write one.
const widened = { origin: "https://myapp.com", credentials: true, allowMethods: ["PUT"] };
createCors(widened);
createCors({ ...widened, maxAge: 60 });
const annotated: CorsOptions = { origin: "https://myapp.com", credentials: true };
createCors(annotated);
createCors({ ...annotated, credentials: false });
const listedOnce = { origin: ["https://myapp.com", "https://*.myapp.com"] };
createCors(listedOnce);
createCors({ ...listedOnce, credentials: true });
createCors({ ...listedOnce, onVerdict: (verdict) => console.log(verdict.detail) });

// One of several, which share no type.
createCors(flag ? { origin: "*" } : { origin: config.origins, credentials: true });
createCors({ origin: flag ? config.origin : config.origins });

// An object typed beforehand, and one that keeps every option of the design.
const typed: StaticCorsOptions = { origin: ["https://myapp.com"], credentials: true };
createCors(typed);
const full = {
  origin: ORIGINS,
  allowMethods: "*",
  allowHeaders: "*",
  exposeHeaders: [],
  credentials: true,
  maxAge: 7200,
  preflightStatus: 200,
  preflightContinue: false,
  refuseDenied: true,
  selfOrigins: "https://api.myapp.com",
  dangerouslyAllowInsecureOrigins: false,
  onVerdict: (verdict) => console.log(verdict.detail),
  onError: () => new Response(null, { status: 500 }),
} satisfies CorsOptions;
createCors(full);

// A policy that was read back is a policy.
createCors(createCors({ origin: "*" }).options);
createCors(createCors({ origin: ORIGINS, credentials: true }).options);
createCors(createCors({ origin: () => true }).options);
