import { CorsConfigError, createCors } from "@crossgate/core";
import { codeBlocks, readPage } from "./markdown.ts";

/** A policy with a problem in every option, as an author new to CORS might write it. */
const BAD_POLICY: object = {
  origin: ["https://Example.com/", "null", "https://app-*-team.vercel.app"],
  credentials: "yes",
  maxAge: -1,
  allowedHeaders: [],
};

/** Whether a page shows the error of that policy as it really is. */
export function refusalExampleProblem(page: string): string | undefined {
  const message = refusal();
  const shown = codeBlocks(readPage(page)).some(({ code }) => code.includes(message));
  return shown
    ? undefined
    : `no code block of ${page} holds what createCors really says:\n${message}`;
}

function refusal(): string {
  try {
    Reflect.apply(createCors, undefined, [BAD_POLICY]);
  } catch (error) {
    if (error instanceof CorsConfigError) return error.message;
  }
  throw new Error("the policy was not refused");
}
