/** The origin of a page that no one ever heard of. A server that allows it allows everyone. */
export const strangerOrigin = "https://crossgate.invalid";

/**
 * A request header that no one lists. A server that allows it repeats the names that are asked for.
 */
export const unheardOfHeader = "x-crossgate-probe";
