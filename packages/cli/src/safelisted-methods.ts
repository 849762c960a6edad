/** What a page may send without asking. @see https://fetch.spec.whatwg.org/#cors-safelisted-method */
export const safelistedMethods: readonly string[] = ["GET", "HEAD", "POST"];
