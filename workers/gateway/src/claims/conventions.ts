import type { Family } from "./family.ts";

/** Fields of standards, and of servers that sit in front of others. */
export const CONVENTIONS: readonly Family[] = [
  {
    product: "HTTP",
    documentation: "https://www.rfc-editor.org/rfc/rfc9110#section-7.2",
    fields: ["host"],
  },
  {
    product: "Forwarded",
    documentation: "https://www.rfc-editor.org/rfc/rfc7239",
    fields: ["forwarded", "forwarded-*"],
  },
  {
    product: "Client-Cert",
    documentation: "https://www.rfc-editor.org/rfc/rfc9440",
    fields: ["client-cert", "client-cert-*"],
  },
  {
    // Becomes the variable `HTTP_PROXY` under CGI, and clients there use it.
    product: "CGI",
    documentation: "https://httpoxy.org/",
    fields: ["proxy"],
  },
  {
    product: "X-Forwarded-*",
    documentation:
      "https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Forwarded-For",
    fields: ["x-forwarded", "x-forwarded-*", "x-forward-*", "forward-for"],
  },
  {
    product: "addresses of visitors, under any name",
    documentation: "https://developers.cloudflare.com/fundamentals/reference/http-headers/",
    fields: ["*-ip", "*clientip", "x-real-*", "*-connecting-ipv6"],
  },
  {
    product: "nginx",
    documentation: "https://nginx.org/en/docs/http/ngx_http_ssl_module.html#variables",
    fields: ["x-ssl-*", "ssl-*", "x-scheme", "x-host", "x-client-dn", "x-client-verify"],
  },
  {
    product: "ingress-nginx",
    documentation: "https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/",
    fields: ["x-original-*", "original-*", "x-originating-*"],
  },
  {
    product: "Apache",
    documentation: "https://httpd.apache.org/docs/2.4/mod/mod_remoteip.html",
    fields: ["remote-*", "x-remote-*", "x-client-cert", "x-client-cert-*"],
  },
  {
    product: "HAProxy",
    documentation: "https://docs.haproxy.org/3.0/configuration.html#7.3.4",
    fields: ["x-client-port", "x-client-ssl-*", "x-client-tls-*", "x-tls-*", "x-mtls-*"],
  },
  {
    product: "IIS, Symfony and Zend",
    documentation:
      "https://symfony.com/blog/cve-2018-14773-remove-support-for-legacy-and-risky-http-headers",
    fields: ["x-original-url", "x-rewrite-url", "unencoded-url", "iis-wasurlrewritten"],
  },
  {
    product: "Application Request Routing",
    documentation: "https://learn.microsoft.com/en-us/iis/extensions/planning-for-arr/",
    fields: ["x-arr-*"],
  },
  {
    product: "schemes, under any name",
    documentation:
      "https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Forwarded-Proto",
    fields: ["front-end-https", "x-url-scheme", "https", "x-https"],
  },
  {
    product: "Gunicorn",
    documentation: "https://docs.gunicorn.org/en/stable/settings.html#forwarder-headers",
    fields: ["script-name", "path-info", "x-script-name"],
  },
  {
    product: "Rack::Sendfile",
    documentation: "https://github.com/rack/rack/security/advisories/GHSA-r657-rxjc-j557",
    fields: ["x-sendfile-type", "x-accel-*"],
  },
  {
    product: "host names, under any name",
    documentation:
      "https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/07-Input_Validation_Testing/17-Testing_for_Host_Header_Injection",
    fields: ["x-http-host-override", "x-host-override", "x-http-host", "x-backend-host"],
  },
  {
    product: "Oracle WebLogic",
    documentation:
      "https://docs.oracle.com/middleware/12213/webtier/develop-plugin/plugin_params.htm",
    fields: ["wl-proxy-*", "proxy-client-*", "proxy-ssl"],
  },
  {
    product: "IBM WebSphere",
    documentation: "https://www.ibm.com/docs/en/was/9.0.5?topic=plug-ins-private-headers",
    fields: ["$ws*", "_ws*"],
  },
];
