const CORS_FIELDS = [
  "access-control-allow-origin",
  "access-control-allow-credentials",
  "access-control-allow-methods",
  "access-control-allow-headers",
  "access-control-max-age",
  "access-control-expose-headers",
];

/** The CORS headers of a response; `null` stands for one that is absent. */
export type CorsFields = readonly (readonly [name: string, value: string | null])[];

export const NO_FIELDS: CorsFields = CORS_FIELDS.map((name) => [name, null]);

/** What a gate is about to write over. */
export function readFields({ headers }: Response): CorsFields {
  return CORS_FIELDS.map((name) => [name, headers.get(name)]);
}

/** Puts them back. A gate left a protocol switch alone, and so does this. */
export function writeFields(response: Response, fields: CorsFields): Response {
  if (response.status < 200) return response;
  for (const [name, value] of fields) {
    if (value === null) response.headers.delete(name);
    else response.headers.set(name, value);
  }
  return response;
}
