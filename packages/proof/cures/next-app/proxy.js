/** Runs the printed proxy.ts, which is another file each time; without one nothing is done. */
export async function proxy(request, event) {
  const file = process.env.PRINTED_PROXY;
  if (!file) return undefined;
  const printed = await import(/* turbopackIgnore: true */ file);
  return printed.proxy(request, event);
}

export const config = { matcher: "/api/:path*" };
