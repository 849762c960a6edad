import { fileURLToPath } from "node:url";

// The top of the tree, where the packages are.
const root = fileURLToPath(new URL("../../../..", import.meta.url));

// oxlint-disable-next-line import/no-default-export -- Next asks for it
export default { outputFileTracingRoot: root, turbopack: { root } };
