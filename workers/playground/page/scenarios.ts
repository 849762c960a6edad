/** Sends one scenario's requests; `run` makes the server's record of them findable. */
export type Scenario = (api: string, run: string) => Promise<Response>;

export const scenarios: Readonly<Record<string, Scenario>> = {
  simple: (api, run) => fetch(`${api}/hello${run}`),

  denied: (api, run) => fetch(`${api}/partner${run}`),

  preflight: (api, run) =>
    fetch(`${api}/messages${run}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text: "hello" }),
    }),

  credentials: async (api, run) => {
    await fetch(`${api}/visits${run}`, { credentials: "include" });
    return fetch(`${api}/visits${run}`, { credentials: "include" });
  },
};
