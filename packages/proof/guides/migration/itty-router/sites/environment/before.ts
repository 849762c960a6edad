import { AutoRouter, cors } from "itty-router";

interface Env {
  readonly ALLOWED_ORIGINS: string;
}

const router = AutoRouter();

router.get("/data", () => "hello world").put("/data", () => "saved");

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { preflight, corsify } = cors({ origin: env.ALLOWED_ORIGINS.split(",") });
    const early = preflight(request);
    return early ?? corsify(await router.fetch(request), request);
  },
};
