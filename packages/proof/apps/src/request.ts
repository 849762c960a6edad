import { PATHS, type Path } from "./answer.ts";
import { EVIL, PAGE } from "./policies.ts";

/** One request of the list that every server gets, twice. */
export interface Asked {
  readonly name: string;
  readonly method: "GET" | "OPTIONS";
  readonly path: Path | "/missing";
  readonly headers: Readonly<Record<string, string>>;
}

const SUBDOMAIN = "https://a.b.myapp.com";
const PREFLIGHT = {
  "access-control-request-method": "POST",
  "access-control-request-headers": "content-type",
};

export const REQUESTS: readonly Asked[] = [
  ...([...PATHS, "/missing"] as const).flatMap((path) => [
    { name: `GET ${path} allowed`, method: "GET", path, headers: { origin: PAGE } } as const,
    { name: `GET ${path} denied`, method: "GET", path, headers: { origin: EVIL } } as const,
    { name: `GET ${path} no origin`, method: "GET", path, headers: {} } as const,
  ]),
  { name: "GET /ok subdomain", method: "GET", path: "/ok", headers: { origin: SUBDOMAIN } },
  ...(["/ok", "/missing", "/throw/text"] as const).flatMap((path) => [
    options(`preflight ${path} allowed`, path, { origin: PAGE, ...PREFLIGHT }),
    options(`preflight ${path} denied`, path, { origin: EVIL, ...PREFLIGHT }),
    options(`OPTIONS ${path} other`, path, { origin: PAGE }),
    options(`OPTIONS ${path} denied`, path, { origin: EVIL }),
  ]),
];

function options(name: string, path: Asked["path"], headers: Asked["headers"]): Asked {
  return { name, method: "OPTIONS", path, headers };
}
