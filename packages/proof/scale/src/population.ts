/** As many as are in the store. */
export const ORIGINS = 1_000_000;
export const TENANTS = 100_000;

/** One origin and whose it is. */
export interface Customer {
  readonly tenant: string;
  readonly origin: string;
}

export function customer(index: number): Customer {
  return { tenant: `t${index % TENANTS}`, origin: `https://www.customer-${index}.example` };
}

/** The one that is removed while everyone asks, and the one that is added. */
export const REMOVED: Customer = customer(0);
export const ADDED: Customer = { tenant: "t7", origin: "https://new.customer.example" };

/** Few customers have most of the traffic (Zipf with the exponent 1). */
export function popular(): Customer {
  return customer(Math.min(ORIGINS - 1, Math.floor(ORIGINS ** Math.random()) - 1));
}
