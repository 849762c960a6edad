/** What a preflight response grants. A list that cannot be parsed is undefined. */
export interface PreflightAnswer {
  readonly methods: readonly string[] | undefined;
  readonly headerNames: readonly string[] | undefined;
  readonly methodsValue: string;
  readonly headersValue: string;
  readonly maxAge: number;
}
