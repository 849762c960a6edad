import { TOKEN } from "./serve.ts";

const MIB = 1024 * 1024;
const CHUNK = 64 * 1024;
export const ORIGINS = "/admin/tenants/acme/origins";
const AUTHORIZED = { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" };

/** A page of the tenant's own, to show that not even that one gets in. */
export const PAGE = "https://acme.example";

/** A stream can be sent once, so such a request is made for each attempt. */
type HostileInit = RequestInit & { readonly path?: string };
type HostileRequest = readonly [
  name: string,
  init: HostileInit | (() => HostileInit),
  status: number,
  says: string,
  challenge?: string,
];

const bearing = (authorization: string): RequestInit => ({ headers: { authorization } });
const asked = (path: string, method = "GET") => ({ path, method, headers: AUTHORIZED });

function post(body: unknown, type = "application/json"): RequestInit {
  const headers = { ...AUTHORIZED, "content-type": type };
  return { method: "POST", headers, body: typeof body === "string" ? body : JSON.stringify(body) };
}

/**
 * What has no length to refuse it by: one chunk that a body may have, and one too many. Behind a
 * longer one, the Worker's refusal would meet a client that still sends.
 */
function streamed(): HostileInit {
  let left = 2;
  const body = new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(CHUNK).fill(0x20));
      if (--left === 0) controller.close();
    },
  });
  return { method: "POST", headers: AUTHORIZED, body, duplex: "half" } as RequestInit;
}

const PLEASE = "Send the admin token";
const NONE = 'Bearer realm="admin"';
const WRONG = 'Bearer error="invalid_token"';
const PREFLIGHT = { method: "OPTIONS", headers: { "access-control-request-method": "POST" } };
const MANY = Array.from({ length: 101 }, (_, index) => `https://a${index}.example`);

export const HOSTILE_REQUESTS: readonly HostileRequest[] = [
  ["no token", {}, 401, PLEASE, NONE],
  ["a wrong token", bearing(`Bearer ${TOKEN.slice(1)}x`), 401, PLEASE, WRONG],
  ["a token's beginning", bearing(`Bearer ${TOKEN.slice(0, -1)}`), 401, PLEASE, WRONG],
  ["another scheme", bearing("Basic YTpi"), 400, PLEASE, 'Bearer error="invalid_request"'],
  ["a preflight", PREFLIGHT, 401, PLEASE, NONE],
  ["1 MiB without a token", { method: "POST", body: " ".repeat(MIB) }, 401, PLEASE, NONE],
  ["1 MiB", post(" ".repeat(MIB)), 413, "A body may have 65536 bytes"],
  ["128 KiB of unsaid length", streamed, 413, "A body may have 65536 bytes"],
  ["malformed JSON", post('{"origins":["https://a.example"'), 400, "Malformed JSON"],
  ["no JSON", post("origins=a", "text/plain"), 415, "Content-Type: application/json"],
  ["JSON of another shape", post({ origin: PAGE }), 422, 'Expected \\"origins\\"'],
  ["a property too many", post({ origins: [PAGE], admin: true }), 422, "#/admin"],
  ["a property to escape", post({ origins: [PAGE], "a/b~c d": 1 }), 422, "#/a~1b~0c%20d"],
  ["no origin", post({ origins: [] }), 422, "#/origins"],
  ["101 origins", post({ origins: MANY }), 422, "#/origins"],
  [
    "an origin no browser sends",
    post({ origins: [PAGE, "HTTPS://Acme.example/"] }),
    422,
    '{"pointer":"#/origins/1","detail":"invalid \\"HTTPS://Acme.example/\\", with more than scheme, host and port; write \\"https://acme.example\\""}',
  ],
  ["a wildcard", post({ origins: ["https://*.acme.example"] }), 422, "keys hold no wildcards"],
  ["every origin", post({ origins: ["*"] }), 422, "#/origins/0"],
  ["null", post({ origins: ["null"] }), 422, "any sandboxed page's"],
  ["327 bytes", post({ origins: [`https://${"a".repeat(319)}`] }), 422, "#/origins/0"],
  ["a colon in a name", asked("/admin/tenants/acme%3Ax", "PUT"), 422, "a-z, 0-9 and -"],
  ["no such tenant", asked("/admin/tenants/nobody/origins"), 404, "no such tenant"],
  ["a page of 0", asked(`${ORIGINS}?limit=0`), 422, "#/limit"],
  ["a page of 1e3", asked(`${ORIGINS}?limit=1e3`), 422, "a whole number"],
  ["no such route", asked("/admin/secrets"), 404, "no such resource"],
];
