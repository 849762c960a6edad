/** What a script gets from `fetch`. */
export type Outcome =
  | {
      readonly kind: "readable";
      readonly status: number;
      readonly redirected: boolean;
      readonly headers: readonly (readonly [name: string, value: string])[];
      readonly body: string;
    }
  | { readonly kind: "blocked"; readonly error: string }
  /** No one answered, which a script can't tell from being blocked. */
  | { readonly kind: "unreachable"; readonly error: string };

/** Runs a fetch to its end, as a script would. */
export async function outcomeOf(send: () => Promise<Response>): Promise<Outcome> {
  try {
    const response = await send();
    return {
      kind: "readable",
      status: response.status,
      redirected: response.redirected,
      headers: [...response.headers],
      body: await response.text(),
    };
  } catch (error) {
    return { kind: "blocked", error: String(error) };
  }
}
