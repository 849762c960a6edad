import { CorsBlockedError, type CorsCode, createBrowser, type Profile } from "@crossgate/browser";
import { apiUrl, type ErrorScene, errorScenes, pageOrigin } from "./error-scenes.ts";

/** The error of a scene; "refused" where that engine makes no such request at all. */
export async function provoke(
  code: CorsCode,
  profile: Profile,
): Promise<CorsBlockedError | "refused" | undefined> {
  const { init, url, origin, answer, load }: ErrorScene = errorScenes[code];
  const network = (request: Request): Response => {
    if (!answer) throw new Error("connect ECONNREFUSED");
    const [status, headers] = answer(request);
    return new Response(null, { status, headers });
  };
  const page = createBrowser({ network, profile, localNetworkAccess: "denied" }).open(
    origin ?? pageOrigin,
  );
  const body = init?.body instanceof ReadableStream ? { body: new Blob(["body"]).stream() } : {};
  try {
    if (load) await page.load(load, url ?? apiUrl);
    else await page.fetch(url ?? apiUrl, { ...init, ...body });
    return undefined;
  } catch (error) {
    if (error instanceof CorsBlockedError) return error;
    if (error instanceof TypeError) return "refused";
    throw error;
  }
}
