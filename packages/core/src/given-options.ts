import type {
  CommonOptions,
  CorsOptions,
  CredentialsNeedNamedOrigins,
  CredentialsOptions,
  OriginOption,
  WithCredentials,
} from "./options.ts";

/**
 * Options where a function takes them. The compiler infers their type as `Options`, and refuses
 * what must not stand together, which the type of one option alone cannot say. Where it infers
 * nothing, the policy is checked when it is compiled.
 */
export type GivenOptions<Context = unknown, Options = unknown> = CommonOptions<Context> &
  OriginOption<CorsOptions<Context>["origin"]> &
  CredentialsBeside<Chosen<Options>> &
  Inferred<Options>;

/** Adds nothing: it is there for the compiler to infer from. */
export type Inferred<Options> = [Options] extends [never] ? Options : unknown;

/** What `credentials` may be beside the other options: not `true` beside `"*"`. */
export interface CredentialsBeside<Options> extends CredentialsOptions {
  readonly credentials?:
    | (true extends IsOpen<Options> ? false | CredentialsNeedNamedOrigins : boolean)
    | undefined;
  readonly exposeHeaders?: true extends ExposesAll<Options>
    ? WithCredentials["exposeHeaders"]
    : CredentialsOptions["exposeHeaders"];
}

/** Some compilers infer a function that chooses the options, in place of what it returns. */
export type Chosen<Options> = Options extends (...given: never) => infer Result
  ? Awaited<Result>
  : Options;

/** Whether one of the options has `"*"` with credentials; of a union each is looked at. */
type IsOpen<Options> = Options extends { readonly origin: infer Origin }
  ? HasCredentials<Options> & IsStar<Origin>
  : never;

type ExposesAll<Options> = Options extends { readonly exposeHeaders: infer Names }
  ? HasCredentials<Options> & IsStar<Names>
  : never;

type HasCredentials<Options> = Options extends { readonly credentials: infer Credentials }
  ? true extends Credentials
    ? true
    : never
  : never;

/** `"*"` and nothing else: what may be another text is checked when it is known. */
type IsStar<Value> = [Value] extends ["*"] ? ("*" extends Value ? IsKnown<Value> : never) : never;

/** Anything may be anything. */
type IsKnown<Value> = 0 extends 1 & Value ? never : true;
