import type { Answer } from "../cause/evidence.ts";
import type { FoundCause } from "../cause/find-cause.ts";
import type { Cure } from "./cure.ts";

/** A refusal that a platform sends before it asks the application: no header of that cures it. */
interface Platform {
  readonly product: string;
  readonly isIt: (answer: Answer) => boolean;
  readonly where: string;
  readonly snippet?: string;
  readonly audience?: "page";
}

const bodyHas =
  (pattern: RegExp) =>
  ({ raw }: Answer): boolean =>
    pattern.test(raw);

const platforms: readonly Platform[] = [
  {
    product: "cloud-run",
    isIt: bodyHas(
      /Your client does not have permission to (?:get|the requested) URL|The request was not authenticated/,
    ),
    where:
      "Let calls without a token through, since a preflight has none. The service then checks the token itself:",
    snippet:
      "gcloud run services add-iam-policy-binding SERVICE --region REGION \\\n  --member=allUsers --role=roles/run.invoker",
  },
  {
    product: "vercel",
    isIt: ({ headers, raw }) =>
      /_vercel_sso_nonce/.test(headers.getSetCookie().join()) || /vercel\.com\/sso-api/.test(raw),
    where:
      "In the project's Settings, Deployment Protection: switch it off for this deployment, or add the path to the OPTIONS Allowlist. A preflight cannot sign in.",
  },
  {
    product: "cloudflare",
    isIt: ({ headers, raw }) =>
      headers.get("cf-mitigated") === "challenge" ||
      /<title>Just a moment\.\.\.<|Attention Required! \| Cloudflare|error code: 10(?:10|15|20)/.test(
        raw,
      ),
    where:
      "In Cloudflare's Security, Events: find the rule that answered, and let it skip this path and its OPTIONS. A script cannot pass a challenge.",
  },
  {
    product: "cloudfront",
    isIt: bodyHas(/distribution is not configured to allow the HTTP request method/),
    where: "In the behaviour, Allowed HTTP methods: choose the row that has OPTIONS.",
  },
  {
    product: "api-gateway",
    isIt: bodyHas(/^\{"message":"Missing Authentication Token"\}$/),
    where:
      "API Gateway says this of a path, stage or method that it does not have. Correct the address. For a preflight give the resource an OPTIONS method (Enable CORS), and deploy the stage again.",
  },
  {
    product: "api-gateway",
    isIt: ({ headers, status }) =>
      status === 502 && /^x-amzn?-|^apigw-/m.test([...headers.keys()].join("\n")),
    where:
      "Look into the function's log. It threw, or it returned something other than statusCode, headers and a body that is a text.",
  },
  {
    product: "ngrok",
    isIt: ({ headers, raw }) => (headers.get("ngrok-error-code") ?? raw).includes("ERR_NGROK_6024"),
    audience: "page",
    where:
      "ngrok shows browsers a warning first. Send its header along, and let the server's CORS allow ngrok-skip-browser-warning:",
    snippet: 'await fetch(url, { headers: { "ngrok-skip-browser-warning": "1" } });',
  },
  {
    product: "ngrok",
    isIt: ({ headers, raw }) =>
      /ERR_NGROK_(?:3200|8012)/.test(headers.get("ngrok-error-code") ?? raw),
    where: "Start the tunnel, and the server behind it, on the port that ngrok was given.",
  },
  {
    product: "heroku",
    isIt: bodyHas(/herokucdn\.com\/error-pages/),
    where: "Look into the application's log (heroku logs --tail): it does not run, or crashed.",
  },
];

/** What changes the platform's mind; undefined where none has spoken. */
export function platformCure({ answer }: FoundCause): Cure | undefined {
  const platform = answer && platforms.find(({ isIt }) => isIt(answer));
  if (!platform) return undefined;
  const { audience = "cloud", product, snippet, where } = platform;
  return {
    audience,
    product,
    edit: "change",
    language: snippet === undefined ? "text" : audience === "page" ? "js" : "sh",
    where,
    ...(snippet === undefined ? {} : { snippet }),
  };
}
