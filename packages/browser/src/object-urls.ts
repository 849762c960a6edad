/** The `blob:` URLs of a browser. */
export interface ObjectUrls {
  create(blob: Blob, origin: string): string;
  revoke(url: string): void;
  find(url: URL, origin: string): Promise<Blob | undefined>;
}

// Taken once: a test may well put a page's `fetch` in its place.
const { fetch: ownFetch } = globalThis;

/** Makes the store of one browser's `blob:` URLs. */
export function createObjectUrls(): ObjectUrls {
  const all = new Map<string, { readonly blob: Blob; readonly origin: string }>();
  return {
    create(blob, origin) {
      const url = `blob:${origin}/${crypto.randomUUID()}`;
      all.set(url, { blob, origin });
      return url;
    },
    revoke: (url) => void all.delete(url),
    async find(url, origin) {
      const name = url.href.slice(0, url.href.length - url.hash.length);
      const entry = all.get(name);
      if (entry) return entry.origin === origin ? entry.blob : undefined;
      return isOfTheWeb(url) ? undefined : ownObject(name);
    },
  };
}

/** Whether a page on the web has made it, and not the script that runs this. */
function isOfTheWeb({ pathname }: URL): boolean {
  return /^https?:/.test(pathname);
}

/**
 * The objects that `URL.createObjectURL` of this runtime has stored. They belong to the program
 * that runs here.
 */
async function ownObject(url: string): Promise<Blob | undefined> {
  try {
    return await (await ownFetch(url)).blob();
  } catch {
    return undefined;
  }
}
