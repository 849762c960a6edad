import type { Family } from "./family.ts";

/** Fields in which a proxy that has signed someone in says who it is. */
export const IDENTITY: readonly Family[] = [
  {
    product: "oauth2-proxy",
    documentation: "https://oauth2-proxy.github.io/oauth2-proxy/configuration/overview/",
    fields: ["x-auth-request-*", "auth-request-*"],
  },
  {
    // `X-Auth-Token` and `X-Auth-Key` are what visitors of many an API prove themselves with.
    product: "Gatekeeper for Keycloak",
    documentation: "https://github.com/gogatekeeper/gatekeeper",
    fields: [
      "x-auth-audience",
      "x-auth-email",
      "x-auth-expiresin",
      "x-auth-groups",
      "x-auth-roles",
      "x-auth-subject",
      "x-auth-user",
      "x-auth-userid",
      "x-auth-username",
    ],
  },
  {
    product: "Authelia",
    documentation: "https://www.authelia.com/integration/trusted-header-sso/introduction/",
    fields: ["remote-user", "remote-groups", "remote-name", "remote-email"],
  },
  {
    product: "Authentik",
    documentation: "https://docs.goauthentik.io/add-secure-apps/providers/proxy/",
    fields: ["x-authentik-*"],
  },
  {
    product: "Pomerium",
    documentation: "https://www.pomerium.com/docs/reference/pass-identity-headers",
    fields: ["x-pomerium-*"],
  },
  {
    product: "Tailscale",
    documentation: "https://tailscale.com/kb/1312/serve",
    fields: ["tailscale-*", "x-tailscale-*", "x-webauth-*"],
  },
  {
    product: "Grafana and Gitea behind a proxy",
    documentation:
      "https://grafana.com/docs/grafana/latest/setup-grafana/configure-security/configure-authentication/auth-proxy/",
    fields: ["x-webauth-*"],
  },
  {
    product: "Teleport",
    documentation:
      "https://goteleport.com/docs/enroll-resources/application-access/jwt/introduction/",
    fields: ["teleport-*", "x-teleport-*"],
  },
  {
    product: "ngrok",
    documentation: "https://ngrok.com/docs/traffic-policy/actions/oauth/",
    fields: ["ngrok-auth-*", "x-ngrok-auth-*"],
  },
  {
    product: "Vouch Proxy",
    documentation: "https://github.com/vouch/vouch-proxy",
    fields: ["x-vouch-*"],
  },
  {
    product: "AuthCrunch for Caddy",
    documentation: "https://docs.authcrunch.com/docs/authorize/headers",
    fields: ["x-token-subject", "x-token-user-*"],
  },
  {
    product: "Ory Oathkeeper",
    documentation: "https://www.ory.com/docs/oathkeeper/pipeline/mutator",
    fields: ["x-user"],
  },
  {
    product: "Shibboleth",
    documentation: "https://shibboleth.atlassian.net/wiki/spaces/SP3/pages/2065335062/Apache",
    fields: ["shib-*", "eppn", "persistent-id", "targeted-id"],
  },
  {
    product: "mod_auth_openidc",
    documentation: "https://github.com/OpenIDC/mod_auth_openidc/wiki",
    fields: ["oidc-*"],
  },
  {
    product: "mod_auth_mellon",
    documentation: "https://github.com/latchset/mod_auth_mellon",
    fields: ["mellon-*"],
  },
  {
    product: "mod_auth_cas",
    documentation: "https://github.com/apereo/mod_auth_cas",
    fields: ["cas-*"],
  },
  {
    product: "SiteMinder",
    documentation:
      "https://techdocs.broadcom.com/us/en/symantec-security-software/identity-security/siteminder/12-9.html",
    fields: ["sm-*", "smserversession*"],
  },
  {
    product: "IBM Verify Access",
    documentation:
      "https://www.ibm.com/docs/en/sva/11.0.0?topic=junctions-client-identity-in-http-headers",
    fields: ["iv-*"],
  },
  {
    product: "Oracle Access Manager",
    documentation: "https://docs.oracle.com/en/middleware/idm/access-manager/12.2.1.4/",
    fields: ["oam-*"],
  },
  {
    product: "OpenSearch behind a proxy",
    documentation: "https://docs.opensearch.org/latest/security/authentication-backends/proxy/",
    fields: ["x-proxy-*"],
  },
  {
    product: "Sandstorm",
    documentation: "https://docs.sandstorm.io/en/latest/developing/auth/",
    fields: ["x-sandstorm-*"],
  },
  {
    product: "YunoHost",
    documentation: "https://doc.yunohost.org/",
    fields: ["ynh-*", "auth-user"],
  },
  {
    product: "Home Assistant",
    documentation: "https://developers.home-assistant.io/docs/add-ons/presentation/#ingress",
    fields: ["x-hass-*", "x-hassio-*", "x-ingress-*"],
  },
  {
    product: "Posit Connect and Shiny Server",
    documentation: "https://docs.posit.co/connect/admin/authentication/proxied/",
    fields: ["rstudio-connect-*", "shiny-server-*"],
  },
];
