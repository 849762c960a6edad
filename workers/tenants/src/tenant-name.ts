/** A DNS label, so that a tenant may also become a host name; without the `:` that ends it in a key. */
export const TENANT_NAME = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/u;

export function isTenantName(value: string | undefined): value is string {
  return value !== undefined && TENANT_NAME.test(value);
}
