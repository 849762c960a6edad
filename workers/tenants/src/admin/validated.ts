import { vValidator } from "@hono/valibot-validator";
import type { ValidationTargets } from "hono";
import type { GenericIssue, GenericSchema } from "valibot";
import { type ContentError, problem } from "../problem.ts";

/** What a part of the request holds, checked against a schema, or a 422 that lists each error. */
export function validated<Schema extends GenericSchema, Part extends keyof ValidationTargets>(
  part: Part,
  schema: Schema,
) {
  return vValidator(part, schema, (result) =>
    result.success
      ? undefined
      : problem(422, `The request's ${part} is not what is expected.`, {
          errors: result.issues.map(toError),
        }),
  );
}

function toError({ path, message }: GenericIssue): ContentError {
  const tokens = path?.map(({ key }) => `/${toToken(String(key))}`) ?? [];
  return { pointer: `#${tokens.join("")}`, detail: message };
}

/** @see https://www.rfc-editor.org/rfc/rfc6901#section-6 */
function toToken(key: string): string {
  return encodeURIComponent(key.toWellFormed().replaceAll("~", "~0").replaceAll("/", "~1"));
}
