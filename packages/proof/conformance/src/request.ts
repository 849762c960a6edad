import type { CaseRequest } from "./case.ts";

/** Tells the handler, wherever it runs, which step of a case a request belongs to. */
export const STEP_HEADER = "x-step";

export const DEFAULT_URL = "https://api.example.com/data";

/** @throws when this runtime's `Request` refuses the request, or carries another one in its place */
export function buildRequest(wanted: CaseRequest, step: number): Request {
  const { url = DEFAULT_URL, method = "GET", headers = [] } = wanted;
  const request = new Request(url, {
    method,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  });
  if (request.method !== method) throw new Error(`method ${method} became ${request.method}`);
  for (const [name, value] of joinLines(wanted)) {
    const carried = request.headers.get(name);
    if (carried !== value) throw new Error(`${name} became ${JSON.stringify(carried)}`);
  }
  request.headers.set(STEP_HEADER, String(step));
  return request;
}

export function stepOf(request: Request): number {
  return Number(request.headers.get(STEP_HEADER));
}

/** Several lines of one name are one value, as every `Headers` object has it. */
function joinLines({ headers = [] }: CaseRequest): Map<string, string> {
  const joined = new Map<string, string>();
  for (const [name, value] of headers) {
    const earlier = joined.get(name.toLowerCase());
    joined.set(name.toLowerCase(), earlier === undefined ? value : `${earlier}, ${value}`);
  }
  return joined;
}
