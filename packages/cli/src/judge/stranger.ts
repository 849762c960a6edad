/** The origin of a page that nobody ever heard of: whoever allows it allows everyone. */
export const strangerOrigin = "https://crossgate.invalid";
