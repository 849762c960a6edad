/** The fields in which one product tells an upstream who asks, from where, how, or for what. */
export interface Family {
  readonly product: string;
  /** Where the product says so. */
  readonly documentation: string;
  /** Names in lower case; `*` at one end stands for any text, none included. */
  readonly fields: readonly string[];
}
