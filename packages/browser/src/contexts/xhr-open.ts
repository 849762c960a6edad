import { withoutUserinfo } from "./request-for.ts";
import { isForbiddenMethod } from "../fetch/method.ts";
import { isToken } from "../fetch/token.ts";
import { stripHttpWhitespace } from "../fetch/whitespace.ts";
import type { HeaderList } from "../fetch/header-list.ts";

/**
 * What `open` and `setRequestHeader` check of an `XMLHttpRequest`.
 *
 * @returns the URL, without the user name and password that a server has to ask for first
 * @throws DOMException named `SyntaxError` or `SecurityError`
 * @see https://xhr.spec.whatwg.org/#the-open()-method
 */
export function openedUrl(
  method: string,
  url: string,
  headers: HeaderList,
  base: string | undefined,
): string {
  if (!isToken(method)) throw new DOMException(`'${method}' is no HTTP method.`, "SyntaxError");
  if (isForbiddenMethod(method))
    throw new DOMException(`Scripts cannot use the method '${method}'.`, "SecurityError");
  if (!URL.canParse(url, base)) throw new DOMException(`'${url}' is no URL.`, "SyntaxError");
  const bad = headers.find(([name, value]) => !isToken(name) || !isValue(value));
  if (bad) throw new DOMException(`The header '${bad[0]}' is not valid.`, "SyntaxError");
  return withoutUserinfo(url, base);
}

/** A value of characters beyond a byte is for `readHeaders`: the bindings refuse it. */
function isValue(value: string): boolean {
  return !/[\0\r\n]/.test(stripHttpWhitespace(value));
}
