export interface Env {
  readonly BUCKET: R2Bucket;
  readonly ASSETS: Fetcher;
}
