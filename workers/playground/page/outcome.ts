/** What the browser let the page have. */
export type Outcome =
  | {
      readonly readable: true;
      readonly status: number;
      readonly body: string;
      /** The names of the headers that the browser shows to the script. */
      readonly visible: readonly string[];
    }
  | { readonly readable: false; readonly error: string };

export async function askBrowser(send: () => Promise<Response>): Promise<Outcome> {
  try {
    const response = await send();
    return {
      readable: true,
      status: response.status,
      body: await response.text(),
      visible: [...response.headers.keys()],
    };
  } catch (error) {
    return { readable: false, error: String(error) };
  }
}
