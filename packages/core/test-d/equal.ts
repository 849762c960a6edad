/** Whether two types are the same: not merely assignable, and `any` is only itself. */
export type Equal<Left, Right> =
  (<T>() => T extends Left ? 1 : 2) extends <T>() => T extends Right ? 1 : 2 ? true : false;

/** Compiles only for `true`: `expectType<Equal<typeof value, Expected>>()`. */
export declare function expectType<_Holds extends true>(): void;
