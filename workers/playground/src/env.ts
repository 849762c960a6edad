export interface Env {
  /** The files of the page. */
  readonly ASSETS: Fetcher;
  /** Where the page lives. */
  readonly PAGE_ORIGIN: string;
  /** Where the page looks for the demonstration. */
  readonly API_ORIGIN: string;
}
