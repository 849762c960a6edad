import type { Family } from "./family.ts";

/** Fields that clouds, content networks and platforms write at their edge. */
export const NETWORKS: readonly Family[] = [
  {
    // The gateway's own edge too: it is read there, and the upstream is told in `X-Forwarded-For`.
    product: "Cloudflare, its Access included",
    documentation: "https://developers.cloudflare.com/fundamentals/reference/http-headers/",
    fields: ["cf-*"],
  },
  {
    product: "Akamai",
    documentation: "https://techdocs.akamai.com/property-mgr/docs/forward-req-headers",
    fields: ["akamai-*", "x-akamai-*", "true-client-ip"],
  },
  {
    product: "Fastly",
    documentation:
      "https://www.fastly.com/documentation/reference/http/http-headers/Fastly-Client-IP/",
    fields: ["fastly-*"],
  },
  {
    product: "AWS Application Load Balancer",
    documentation:
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html",
    fields: ["x-amzn-oidc-*", "x-amzn-mtls-*", "x-amzn-tls-*"],
  },
  {
    product: "Amazon CloudFront",
    documentation:
      "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html",
    fields: ["cloudfront-*"],
  },
  {
    product: "AWS API Gateway and Lambda",
    documentation: "https://aws.github.io/aws-lambda-web-adapter/",
    fields: [
      "x-apigateway-*",
      "x-amzn-request-context",
      "x-amzn-lambda-context",
      "x-amzn-apigateway-*",
    ],
  },
  {
    product: "Google Identity-Aware Proxy",
    documentation: "https://cloud.google.com/iap/docs/identity-howto",
    fields: ["x-goog-iap-*", "x-goog-authenticated-user-*"],
  },
  {
    product: "Google API Gateway and Cloud Endpoints",
    documentation: "https://cloud.google.com/api-gateway/docs/passing-data",
    fields: ["x-apigateway-api-userinfo", "x-endpoint-api-userinfo", "x-endpoint-*"],
  },
  {
    product: "Google App Engine",
    documentation: "https://cloud.google.com/appengine/docs/standard/reference/request-headers",
    fields: ["x-appengine-*", "x-cloudtasks-*", "x-cloudscheduler", "x-cloudscheduler-*"],
  },
  {
    product: "Google Cloud Load Balancing",
    documentation: "https://cloud.google.com/load-balancing/docs/https/custom-headers",
    fields: ["x-client-geo-*", "x-client-region", "x-client-city", "x-gclb-*"],
  },
  {
    product: "Azure App Service",
    documentation:
      "https://learn.microsoft.com/en-us/azure/app-service/configure-authentication-user-identities",
    fields: ["x-ms-client-principal", "x-ms-client-principal-*", "x-ms-token-*", "x-ms-auth-*"],
  },
  {
    product: "Azure App Service, its front ends",
    documentation:
      "https://learn.microsoft.com/en-us/azure/app-service/overview-inbound-outbound-ips",
    fields: ["disguised-host", "was-default-hostname", "x-waws-*", "x-appservice-*", "x-site-*"],
  },
  {
    product: "Azure Front Door",
    documentation:
      "https://learn.microsoft.com/en-us/azure/frontdoor/front-door-http-headers-protocol",
    fields: ["x-azure-*", "x-fd-*"],
  },
  {
    product: "Vercel",
    documentation: "https://vercel.com/docs/headers/request-headers",
    fields: ["x-vercel-*", "x-now-*"],
  },
  {
    product: "Netlify",
    documentation: "https://docs.netlify.com/build/functions/api/",
    fields: ["x-nf-*"],
  },
  {
    product: "Fly",
    documentation: "https://fly.io/docs/networking/request-headers/",
    fields: ["fly-app", "fly-client-*", "fly-forwarded-*", "fly-region", "fly-replay-*"],
  },
  {
    product: "Railway",
    documentation: "https://docs.railway.com/reference/public-networking",
    fields: ["x-railway-*"],
  },
  {
    product: "Replit",
    documentation: "https://docs.replit.com/additional-resources/repl-authentication",
    fields: ["x-replit-*"],
  },
  {
    product: "Snowflake",
    documentation:
      "https://docs.snowflake.com/en/developer-guide/snowpark-container-services/additional-considerations-services-jobs",
    fields: ["sf-context-*"],
  },
  {
    product: "EdgeOne",
    documentation: "https://edgeone.ai/document/46145",
    fields: ["eo-*"],
  },
];
