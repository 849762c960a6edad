/** The part of a host name that one owner registered, `example.co.uk`; undefined where there is none. */
export type RegistrableDomain = (hostname: string) => string | null | undefined;
