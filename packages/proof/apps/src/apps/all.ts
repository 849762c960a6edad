import type { Path } from "../answer.ts";
import { HARD } from "./hard.ts";

export interface App {
  readonly name: string;
  /** Makes the object that a stranger hands to `withCors`. */
  readonly create: () => object;
  /** Where it answers what other apps answer under the name of the route. */
  readonly paths?: Partial<Readonly<Record<Path, string>>>;
}

type Module = Omit<App, "name">;

/** Loaded one by one, because not every framework can be loaded on every host. */
const FRAMEWORKS: Readonly<Record<string, () => Promise<Module>>> = {
  hono: async () => import("./hono.ts"),
  h3: async () => import("./h3.ts"),
  elysia: async () => import("./elysia.ts"),
  itty: async () => import("./itty.ts"),
  srvx: async () => import("./srvx.ts"),
  whatwg: async () => import("./whatwg.ts"),
  yoga: async () => import("./yoga.ts"),
  trpc: async () => import("./trpc.ts"),
  "better-auth": async () => import("./better-auth.ts"),
  undici: async () => import("./undici.ts"),
};

export const APP_NAMES: readonly string[] = [...Object.keys(FRAMEWORKS), ...Object.keys(HARD)];

export async function loadApp(name: string): Promise<App> {
  const create = HARD[name];
  if (create) return { name, create };
  const load = FRAMEWORKS[name];
  if (!load) throw new Error(`no app is named ${name}`);
  const { create: createApp, paths } = await load();
  return { name, create: createApp, ...(paths && { paths }) };
}
