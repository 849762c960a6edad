import { gzipSync } from "node:zlib";
import { bundle, LIBRARIES } from "./modules.ts";

export interface Size {
  readonly library: string;
  readonly minified: number;
  readonly gzipped: number;
}

/** What an application gets bigger by, each by the same method: without the framework it has anyway. */
export async function measureSizes(): Promise<readonly Size[]> {
  return Promise.all(
    LIBRARIES.map(async ({ name, imports, framework }) => {
      const contents = imports.replace("import", "export");
      const bytes = await bundle(contents, framework, { alone: true });
      const gzipped = gzipSync(bytes, { level: 9 }).length;
      return { library: name, minified: bytes.length, gzipped };
    }),
  );
}
