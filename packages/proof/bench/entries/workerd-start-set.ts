import { freshOrigins } from "../src/sections/origins.ts";

const made = new Set(freshOrigins(10_000));

// oxlint-disable-next-line import/no-default-export -- workerd runs the default export
export default { fetch: () => new Response(typeof made) };
