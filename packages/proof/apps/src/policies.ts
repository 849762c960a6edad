export const PAGE = "https://myapp.com";
export const EVIL = "https://evil.example";

const COMMON = { allowMethods: ["GET", "POST"], allowHeaders: ["content-type"], maxAge: 60 };

/** The policies under which each app is served, and one server without a gate. */
export const POLICIES = {
  list: {
    ...COMMON,
    origin: [PAGE, "https://*.myapp.com"],
    credentials: true,
    exposeHeaders: ["x-request-id"],
  },
  static: { ...COMMON, origin: PAGE },
  refusing: { ...COMMON, origin: [PAGE, "https://*.myapp.com"], refuseDenied: true },
} as const;

export type PolicyName = keyof typeof POLICIES;
export type GateName = PolicyName | "none";

export const GATE_NAMES: readonly GateName[] = ["none", "list", "static", "refusing"];
