import type { Family } from "./family.ts";

/** Fields of meshes and API gateways, and those that a framework's front half leaves for its back half. */
export const APPLICATIONS: readonly Family[] = [
  {
    product: "Envoy",
    documentation:
      "https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/headers",
    fields: ["x-envoy-*"],
  },
  {
    product: "Istio",
    documentation: "https://istio.io/latest/docs/reference/config/security/jwt/",
    fields: ["x-jwt-*", "x-istio-*", "istio-*"],
  },
  {
    product: "Linkerd",
    documentation: "https://linkerd.io/2/reference/architecture/",
    fields: ["l5d-*"],
  },
  {
    product: "Dapr",
    documentation: "https://docs.dapr.io/reference/api/service_invocation_api/",
    fields: ["dapr-caller-*", "dapr-callee-*"],
  },
  {
    product: "Kong",
    documentation: "https://developer.konghq.com/plugins/key-auth/",
    fields: [
      "x-consumer-*",
      "x-credential-*",
      "x-anonymous-consumer",
      "x-authenticated-*",
      "authenticated-*",
      "x-kong-*",
    ],
  },
  {
    product: "Apache APISIX",
    documentation: "https://apisix.apache.org/docs/apisix/plugins/openid-connect/",
    fields: ["x-userinfo", "x-apisix-*"],
  },
  {
    product: "Tyk",
    documentation: "https://tyk.io/docs/",
    fields: ["x-tyk-*"],
  },
  {
    product: "WSO2",
    documentation: "https://apim.docs.wso2.com/en/latest/",
    fields: ["x-jwt-assertion"],
  },
  {
    product: "RapidAPI",
    documentation: "https://docs.rapidapi.com/docs/secret-headers-parameters",
    fields: ["x-rapidapi-user", "x-rapidapi-subscription", "x-rapidapi-proxy-secret"],
  },
  {
    // CVE-2025-29927: with the first one a visitor skipped the middleware that signs visitors in.
    product: "Next",
    documentation: "https://github.com/vercel/next.js/security/advisories/GHSA-f82v-jwr5-mffw",
    fields: [
      "x-middleware-*",
      "x-nextjs-*",
      "x-invoke-*",
      "x-matched-path",
      "x-prerender-*",
      "next-resume",
    ],
  },
  {
    product: "React Router",
    documentation:
      "https://github.com/remix-run/react-router/security/advisories/GHSA-cpj6-fhp6-mr6j",
    fields: ["x-react-router-*"],
  },
  {
    product: "Astro",
    documentation: "https://docs.astro.build/en/guides/integrations-guide/vercel/",
    fields: ["x-astro-*"],
  },
  {
    product: "Nitro",
    documentation: "https://nitro.build/config#prerender",
    fields: ["x-nitro-*", "x-nuxt-*"],
  },
  {
    product: "Clerk",
    documentation: "https://clerk.com/docs/references/nextjs/clerk-middleware",
    fields: ["x-clerk-*"],
  },
  {
    product: "WorkOS AuthKit",
    documentation: "https://github.com/workos/authkit-nextjs",
    fields: ["x-workos-*"],
  },
];
