/** Browsers write six methods in capitals by themselves; these two they leave as they are. */
export function isMisspelt(method: string): boolean {
  return /^(?:patch|query)$/i.test(method) && method !== method.toUpperCase();
}
