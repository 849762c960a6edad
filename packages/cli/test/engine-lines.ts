import { CorsBlockedError, type CorsCode, corsCodes, createBrowser } from "@crossgate/browser";
import { apiUrl, errorScenes, pageOrigin } from "../scripts/error-scenes.ts";

export type Engine = "chromium" | "firefox" | "webkit";

/** What a browser writes about a code: the model's line, which the engines' own have been held against. */
async function lineOf(code: CorsCode, profile: Engine): Promise<CorsBlockedError | undefined> {
  const { init, url, answer } = errorScenes[code];
  const network = (request: Request): Response => {
    if (!answer) throw new Error("connect ECONNREFUSED");
    const [status, headers] = answer(request);
    return new Response(null, { status, headers });
  };
  const page = createBrowser({ network, profile }).open(pageOrigin);
  const body = init?.body instanceof ReadableStream ? { body: new Blob(["body"]).stream() } : {};
  return page.fetch(url ?? apiUrl, { ...init, ...body }).then(
    () => undefined,
    (error: unknown) => (error instanceof CorsBlockedError ? error : undefined),
  );
}

/** Lines that say no more than that something failed. */
const mute = /^(?:Failed to fetch|NetworkError when attempting|Load failed)/;

/** Every line that the model has for an engine, once. */
export async function linesOf(engine: Engine): Promise<readonly CorsBlockedError[]> {
  const codes = Object.keys(corsCodes) as CorsCode[];
  const errors = await Promise.all(codes.map((code) => lineOf(code, engine)));
  return errors.flatMap((error) => (error && !mute.test(error.message) ? error : []));
}
