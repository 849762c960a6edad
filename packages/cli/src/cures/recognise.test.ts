import { parse as parseScript } from "acorn";
import { describe, expect, it } from "vitest";
import { explainOver } from "../explain/explain.ts";
import type { ExplainReport } from "../explain/report.ts";
import { readScene } from "../explain/scene.ts";
import { inventedWire } from "../../test/invented-wire.ts";
import { products } from "./products/index.ts";

const origin = "https://app.example.com";

interface Sample {
  readonly product: string;
  readonly url?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Answers as the products are documented to give them. */
const samples: readonly Sample[] = [
  { product: "spring", status: 403, body: "Invalid CORS request" },
  {
    product: "spring",
    status: 404,
    body: '{"timestamp":"2026-11-26T10:00:00.000+00:00","status":404,"error":"Not Found","path":"/data"}',
  },
  { product: "aspnet", headers: { server: "Kestrel" } },
  { product: "laravel", headers: { "set-cookie": "laravel_session=x; path=/" } },
  {
    product: "traefik",
    status: 502,
    headers: { "content-type": "text/plain; charset=utf-8" },
    body: "Bad Gateway",
  },
  { product: "go", status: 404, body: "404 page not found\n" },
  { product: "strapi", headers: { "x-powered-by": "Strapi <strapi.io>" } },
  { product: "directus", headers: { "x-powered-by": "Directus" } },
  { product: "ollama", body: "Ollama is running" },
  { product: "envoy", headers: { server: "istio-envoy" } },
  {
    product: "kong",
    status: 404,
    headers: { server: "kong/3.9.0" },
    body: '{"message":"no Route matched with those values"}',
  },
  { product: "iis", headers: { server: "Microsoft-IIS/10.0" } },
  { product: "s3", status: 403, headers: { server: "AmazonS3" } },
  {
    product: "azure-storage",
    status: 403,
    headers: { server: "Windows-Azure-Blob/1.0 Microsoft-HTTPAPI/2.0" },
  },
  { product: "azure-app-service", headers: { "set-cookie": "ARRAffinity=abc; Path=/" } },
  {
    product: "socket-io",
    url: "https://api.example.com/socket.io/?EIO=4&transport=polling",
    headers: { "x-powered-by": "Express" },
  },
  { product: "r2", url: "https://pub-1.r2.dev/data" },
  {
    product: "gcs",
    url: "https://storage.googleapis.com/bucket/data",
    headers: { "x-goog-generation": "1" },
  },
  { product: "minio", headers: { server: "MinIO" } },
  { product: "cloudfront", headers: { "x-amz-cf-id": "abc" } },
  { product: "api-gateway", status: 403, body: '{"message":"Missing Authentication Token"}' },
  { product: "lambda-url", url: "https://abc.lambda-url.eu-west-1.on.aws/data" },
  {
    product: "cloud-run",
    url: "https://api-abc.a.run.app/data",
    headers: { server: "Google Frontend" },
  },
  { product: "apps-script", url: "https://script.google.com/macros/s/abc/exec" },
  { product: "netlify", headers: { server: "Netlify" } },
  { product: "vercel", headers: { server: "Vercel", "x-vercel-id": "fra1::abc" } },
  { product: "supabase", url: "https://abc.supabase.co/functions/v1/data" },
  { product: "keycloak", url: "https://id.example.com/realms/main/protocol/openid-connect/token" },
  { product: "elasticsearch", headers: { "x-elastic-product": "Elasticsearch" } },
  {
    product: "cloudflare-access",
    status: 302,
    headers: { location: "https://team.cloudflareaccess.com/cdn-cgi/access/login" },
  },
  { product: "next", headers: { "x-powered-by": "Next.js" } },
];

function explained(sample: Sample, server?: string): Promise<ExplainReport> {
  const {
    url = "https://api.example.com/data",
    status = 200,
    headers = {},
    body = "data",
  } = sample;
  const question = { url, origin, server, headers: [["x-trace", "1"]] as const };
  const answer = { status, lines: Object.entries(headers), body };
  return explainOver(question, readScene(question), inventedWire([answer]), undefined);
}

describe("products that are known by their documentation", () => {
  it.each(samples)("$product is recognised", async (sample) => {
    const { servers } = await explained(sample);
    expect(servers[0]?.product).toBe(sample.product);
  });

  it("has a sample for each", () => {
    const sampled = new Set(samples.map(({ product }) => product));
    const known = products.filter(({ proven }) => !proven).map(({ name }) => name);
    expect(known.filter((name) => !sampled.has(name))).toEqual([]);
    expect(known.length).toBeGreaterThanOrEqual(18);
  });
});

/** Readers of the languages that can be read here; the others only have to name the origin. */
const readers: Partial<Record<string, (snippet: string) => unknown>> = {
  json: (snippet) => JSON.parse(snippet),
  js: (snippet) => parseScript(snippet, { ecmaVersion: "latest", sourceType: "module" }),
};

describe("what is printed for them", () => {
  it.each(products.filter(({ proven }) => !proven))(
    "$name: parses, and names the page",
    async ({ name, docs }) => {
      const { cures } = await explained({ product: name }, name);
      const cure = cures.find(({ product }) => product === name);
      expect(docs).toMatch(/^https:\/\//);
      expect(cure?.where).toMatch(/\S/);
      const { snippet = "", language = "" } = cure ?? {};
      expect(() => readers[language]?.(snippet)).not.toThrow();
      // Apps Script has no way to name anyone.
      expect(snippet.includes(origin) || name === "apps-script").toBe(true);
    },
  );
});
