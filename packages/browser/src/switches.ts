import type { LocationSwitches } from "./switches/location.ts";
import type { PreflightSwitches } from "./switches/preflight.ts";
import type { PreflightCacheSwitches } from "./switches/preflight-cache.ts";
import type { RedirectSwitches } from "./switches/redirect.ts";
import type { ReferrerSwitches } from "./switches/referrer.ts";
import type { RequestSwitches } from "./switches/request.ts";
import type { ResponseSwitches } from "./switches/response.ts";
import type { SafelistSwitches } from "./switches/safelist.ts";

/**
 * Every point where an engine departs from the standard, each one switch. Sources are the engines'
 * own files; each switch is held by the parity run against the real engine.
 */
export interface Switches
  extends
    PreflightSwitches,
    PreflightCacheSwitches,
    SafelistSwitches,
    RedirectSwitches,
    LocationSwitches,
    ReferrerSwitches,
    RequestSwitches,
    ResponseSwitches {}
