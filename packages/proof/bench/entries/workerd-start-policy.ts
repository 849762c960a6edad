import { createCors } from "@crossgate/core";
import { freshOrigins } from "../src/sections/origins.ts";

const made = createCors({ origin: freshOrigins(10_000) });

// oxlint-disable-next-line import/no-default-export -- workerd runs the default export
export default { fetch: () => new Response(typeof made) };
