import { fileURLToPath } from "node:url";

/** Where the applications lie, with a slash at its end. */
export const MIGRATION_FOLDER = fileURLToPath(new URL("../../migration/", import.meta.url));
