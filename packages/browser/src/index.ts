export { createBrowser } from "./create-browser.ts";
export type { Browser } from "./browser.ts";
export type { BrowserOptions } from "./browser-options.ts";
export type { Page } from "./page.ts";
export type { PageOptions } from "./page-options.ts";
export type {
  CrossOrigin,
  EventSourceOptions,
  EventSourceResult,
  Loadable,
  Loaded,
  LoadOptions,
  StreamMessage,
  WebSocketResult,
  XhrOptions,
  XhrResult,
} from "./contexts/index.ts";
export { corsCodes } from "./codes.ts";
export type { CodeEntry, CorsCode } from "./codes.ts";
export { CorsBlockedError } from "./cors-blocked-error.ts";
export { diagnose } from "./diagnosis/diagnose.ts";
export type { Diagnosis } from "./diagnosis/diagnose.ts";
export { corsWarnings } from "./diagnosis/warnings-table.ts";
export type { Warning, WarningCode } from "./diagnosis/warnings-table.ts";
export type { Conclusion, Exchange } from "./exchange.ts";
export { fillTemplate } from "./explain.ts";
export type { Explained } from "./explained.ts";
export type { Failure } from "./failure.ts";
export type { CachedPreflight, PreflightCache } from "./preflight/cache.ts";
export { profiles } from "./profile.ts";
export type { Profile } from "./profile.ts";
export type { PageRequest, PageRequestMode } from "./request/page-request.ts";
export type { EmbedderPolicy } from "./request/page-client.ts";
export type { PageFetch, PageRequestInit } from "./request/init.ts";
export type { AddressSpace, AddressSpaces } from "./local-network/address-space.ts";
export type { LocalNetworkAccess } from "./local-network/check.ts";
export type { Network } from "./network.ts";
export type { Switches } from "./switches.ts";
export type { PreflightStep } from "./switches/preflight.ts";
