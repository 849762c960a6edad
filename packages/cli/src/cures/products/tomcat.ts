import type { Product } from "../product.ts";
import { lines } from "../text.ts";
import type { Wanted } from "../wanted.ts";

const standard = ["Accept", "Content-Type", "Authorization", "X-Requested-With"];

/** What it also wants to be allowed. */
const asked = ["Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers"];

function param(name: string, value: string): string {
  return `  <init-param><param-name>cors.${name}</param-name>\n    <param-value>${value}</param-value></init-param>`;
}

function filterOf(wanted: Wanted): string {
  const headers = [
    ...standard,
    ...wanted.headers.filter((name) => !standard.some((each) => each.toLowerCase() === name)),
  ];
  return lines(
    "<filter>",
    "  <filter-name>CorsFilter</filter-name>",
    "  <filter-class>org.apache.catalina.filters.CorsFilter</filter-class>",
    param("allowed.origins", wanted.everyone ? "*" : wanted.origins.join(",\n      ")),
    param("allowed.methods", [...wanted.methods, "OPTIONS"].join(",")),
    param("allowed.headers", `${headers.join(",")},\n      ${asked.join(",\n      ")}`),
    wanted.expose.length > 0 && param("exposed.headers", wanted.expose.join(",")),
    wanted.credentials && param("support.credentials", "true"),
    param("preflight.maxage", "600"),
    "</filter>",
    "<filter-mapping><filter-name>CorsFilter</filter-name>",
    "  <url-pattern>/*</url-pattern></filter-mapping>",
  );
}

export const tomcat: Product = {
  name: "tomcat",
  title: "Tomcat's CorsFilter",
  audience: "server",
  docs: "https://tomcat.apache.org/tomcat-10.1-doc/config/filter.html#CORS_Filter",
  proven: true,
  signs: [
    { in: "body", pattern: /Apache Tomcat/, sure: 3 },
    { in: "server", pattern: /^Apache-Coyote|^Apache Tomcat/, sure: 3 },
  ],
  allow: (wanted) => {
    // It cannot allow everyone, and give some of them credentials.
    if (wanted.everyone && wanted.credentials) return undefined;
    return {
      edit: wanted.isSet ? "change" : "add",
      where:
        "In WEB-INF/web.xml or conf/web.xml, in front of every other filter, instead of the present CorsFilter:",
      language: "xml",
      code: filterOf(wanted),
    };
  },
};
