/** Whether the origin is allowed, or what its check threw: in a box, since it may be anything. */
export type Decision = boolean | { readonly error: unknown };
