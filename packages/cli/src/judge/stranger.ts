/** The origin of a page that no one ever heard of: whoever allows it allows everyone. */
export const strangerOrigin = "https://crossgate.invalid";

/** A request header that no one lists: whoever allows it repeats what is asked for. */
export const unheardOfHeader = "x-crossgate-probe";
