import { withCors } from "@crossgate/next";
import { createGate } from "../../src/policy.ts";
import type { Setting } from "../../src/setting.ts";
import generated from "./settings.json";

interface Context {
  readonly params: Promise<Readonly<Record<string, string | readonly string[] | undefined>>>;
}

const settings = generated as unknown as readonly Setting[];

/** The handlers of one route, behind the gate of its setting unless a request asks for them bare. */
export function serve(setting: number, route: number) {
  const bare = async ({ url }: Request, { params }: Context): Promise<Response> => {
    // A route without parameters has none, whatever the types say.
    const { rest: _, ...parameters } = (await params) ?? {};
    return Response.json({ route, path: new URL(url).pathname, parameters, setting });
  };
  const { GET, OPTIONS } = withCors({ GET: bare }, createGate(settings[setting]?.rules ?? []));
  return {
    OPTIONS,
    GET: async (request: Request, context: Context): Promise<Response> =>
      request.headers.has("x-bare") ? bare(request, context) : GET(request, context),
  };
}
