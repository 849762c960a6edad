import type { Peculiarity } from "./recipe.ts";
import { ALLOWED, DENIED } from "./origins.ts";

export function staticFile(gated: boolean): Peculiarity {
  const asked = { method: "GET", path: "/robots.txt", headers: { origin: ALLOWED } };
  return { says: "A static file is 200", asked, status: 200, gated };
}

/** A form that a page of another origin submits: a simple request, so no preflight comes first. */
export function form(
  from: "allowed" | "denied",
  status: number,
  gated: boolean,
  path = "/api/data",
): Peculiarity {
  return {
    says: `A form posted to \`${path}\` by a page of ${from === "allowed" ? "an allowed" : "any other"} origin is ${status}`,
    asked: {
      method: "POST",
      path,
      headers: {
        origin: from === "allowed" ? ALLOWED : DENIED,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: "text=hello",
    },
    status,
    gated,
  };
}

/** Nothing of these refuses a form: CORS is no protection against it. */
export const FORMS_PASS: readonly Peculiarity[] = [
  form("allowed", 200, true),
  form("denied", 200, true),
];

/** What a preflight has allowed is none of a form check's business. */
export const JSON_PASSES: Peculiarity = {
  says: "JSON posted to `/api/data` by a page of an allowed origin is 200",
  asked: {
    method: "POST",
    path: "/api/data",
    headers: { origin: ALLOWED, "content-type": "application/json" },
    body: '{"text":"hello"}',
  },
  status: 200,
  gated: true,
};
