/** Whether an engine safelists this header beyond the standard; the name is lower case. */
export type SafelistedExtra = (name: string, value: string) => boolean;

/** The standard: nothing more. */
export function noExtras(): boolean {
  return false;
}

const decimal = /^[0-9]+(?:\.[0-9]+)?$|^[0-9]+\.[0-9]+$/;
const integer = /^[0-9]+$/;

/**
 * Client hints that a page may set itself, and `intervention`, as in
 * services/network/public/cpp/cors/cors.cc. Hints named `sec-…` are forbidden to scripts anyway.
 */
export function chromiumExtras(name: string, value: string): boolean {
  switch (name) {
    case "device-memory":
    case "dpr":
    case "downlink":
      return decimal.test(value);
    case "width":
    case "viewport-width":
    case "rtt":
      return integer.test(value);
    case "save-data":
      return value.toLowerCase() === "on";
    case "ect":
      return /^(?:slow-2g|2g|3g|4g)$/.test(value);
    case "intervention":
      return true;
    default:
      return false;
  }
}
