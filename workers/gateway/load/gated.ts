// The same with a gate around it, and nothing else of the gateway.
import { withCors } from "@crossgate/cloudflare";
import { originsFrom } from "@crossgate/core";
import bare from "./bare.ts";

interface Env {
  readonly UPSTREAM: string;
  readonly ALLOWED_ORIGINS: string;
}

export default withCors(bare, (env: Env) => ({
  origin: originsFrom(env.ALLOWED_ORIGINS),
  refuseDenied: true,
}));
