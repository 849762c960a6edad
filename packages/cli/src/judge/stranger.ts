/** The origin of a page that nobody ever heard of: whoever allows it allows everyone. */
export const strangerOrigin = "https://crossgate.invalid";

/** A request header that nobody lists: whoever allows it repeats what is asked for. */
export const unheardOfHeader = "x-crossgate-probe";
