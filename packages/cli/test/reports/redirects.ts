import { acao, json, preflight, type ReportCase } from "./report-case.ts";

export const redirects: readonly ReportCase[] = [
  {
    name: "a slash redirect on the preflight",
    serve: (_, response, { origin }) => {
      response.writeHead(308, {
        location: `${origin}/data/`,
        server: "Werkzeug/2.2.2 Python/3.11.2",
      });
      response.end();
    },
    question: json,
    verdict: "blocked",
    cause: "redirect-slash",
    cure: { audience: "page", snippet: /\/data\// },
    never: /CORS\(\s*app/,
  },
  {
    name: "a slash redirect without headers on a GET",
    serve: ({ url }, response, { page }) => {
      if (url === "/data") {
        response.writeHead(301, { location: "/data/" });
      } else {
        response.setHeader(acao, page);
      }
      response.end();
    },
    verdict: "blocked",
    cause: "redirect-slash",
    cure: { audience: "page" },
  },
  {
    name: "http: to https: at the proxy",
    serve: (_, response, { origin }) => {
      response.writeHead(301, {
        location: `${origin.replace("http:", "https:")}/data`,
        server: "nginx",
      });
      response.end("<html><center>nginx</center></html>");
    },
    verdict: "blocked",
    cause: "redirect-https",
    cure: { audience: "page", snippet: /https:/ },
    never: /add_header/,
  },
  {
    name: "a GET answered by a redirect to a login on another host",
    serve: ({ url, headers }, response) => {
      if (url?.startsWith("/data")) {
        response.writeHead(302, {
          location: `http://login.localhost:${headers.host?.split(":")[1]}/oauth2/authorize?client_id=x`,
        });
        response.end();
        return;
      }
      response.setHeader("content-type", "text/html");
      response.end('<title>Sign in</title><form><input type="password"></form>');
    },
    question: { credentials: "include" },
    verdict: "blocked",
    cause: "redirect-login",
    never: /origin: \["null"\]|"null"/,
  },
  {
    name: "a redirect to a login with the origin null",
    serve: ({ url, headers }, response, { page, origin }) => {
      if (url === "/data") {
        response.writeHead(302, {
          location: `http://login.localhost:${origin.split(":").at(-1)}/login`,
          [acao]: page,
          "access-control-allow-credentials": "true",
        });
      } else {
        response.setHeader(acao, headers.origin === "null" ? page : (headers.origin ?? "*"));
      }
      response.end();
    },
    question: { credentials: "include" },
    verdict: "blocked",
    cause: "redirect-login",
    never: /\["null"\]|Allow-Origin: null/,
  },
  {
    name: "a slash redirect of a router behind a proxy that knows another port",
    serve: ({ url }, response, { page }) => {
      if (url === "/data") response.writeHead(301, { location: "http://localhost:8080/data/" });
      else response.setHeader(acao, page);
      response.end();
    },
    verdict: "blocked",
    cause: "redirect-slash",
    cure: { audience: "page", snippet: /localhost:(?!8080)\d+\/data\// },
    cured: true,
  },
  {
    name: "a slash redirect that keeps the query",
    serve: ({ url = "", method }, response, { page }) => {
      if (method === "OPTIONS" && url.startsWith("/data/")) return preflight(response, page);
      if (url.startsWith("/data/")) response.setHeader(acao, page);
      else response.writeHead(307, { location: url.replace("/data", "/data/") });
      response.end();
    },
    question: { ...json, url: "/data?x=1" },
    verdict: "blocked",
    cause: "redirect-slash",
    cure: { audience: "page", snippet: /\/data\/\?x=1/ },
    cured: true,
  },
  {
    name: "a router that takes the slash away",
    serve: ({ url }, response, { page }) => {
      if (url === "/data/") response.writeHead(308, { location: "/data" });
      else response.setHeader(acao, page);
      response.end();
    },
    question: { url: "/data/" },
    verdict: "blocked",
    cause: "redirect-slash",
    cured: true,
  },
  {
    name: "a preflight that is permitted and redirected",
    serve: ({ url, method }, response, { page }) => {
      if (url === "/data") response.writeHead(301, { location: "/data/", [acao]: "*" });
      else if (method === "OPTIONS") return preflight(response, page);
      else response.setHeader(acao, page);
      response.end();
    },
    question: json,
    verdict: "blocked",
    cause: "redirect-slash",
    cured: true,
  },
  {
    name: "http: to https: on another port, in front of a preflight",
    serve: (_, response) =>
      void response.writeHead(308, { location: "https://localhost:8443/data" }).end(),
    question: json,
    verdict: "blocked",
    cause: "redirect-https",
    cure: { audience: "page", snippet: /https:\/\/localhost:8443\/data/ },
  },
  {
    name: "a redirect to another host that is open",
    serve: ({ headers, url }, response) => {
      if (headers.host?.startsWith("www.")) response.setHeader(acao, "*");
      else response.writeHead(301, { location: `http://www.${headers.host}${url}` });
      response.end();
    },
    verdict: "blocked",
    cause: "redirect-elsewhere",
    cure: { audience: "page", snippet: /www\.localhost/ },
    cured: true,
  },
  ...[
    "/users/sign_in",
    "/Account/Login?ReturnUrl=%2Fdata",
    "/wp-login.php",
    "/accounts/login/?next=/data",
    "/oauth2/start?rd=/data",
    "/realms/shop/protocol/openid-connect/auth",
  ].map((location): ReportCase => ({
    name: `a redirect to a login at ${location}`,
    serve: ({ url }, response) => {
      if (url === "/data") response.writeHead(302, { location });
      else response.setHeader("content-type", "text/html");
      response.end("<form></form>");
    },
    question: { credentials: "include" },
    verdict: "blocked",
    cause: "redirect-login",
    cure: { audience: "page" },
    never: /"null"\]|Allow-Origin: null/,
  })),
  {
    name: "a login in front of the preflight, by redirect",
    serve: (_, response) => void response.writeHead(302, { location: "/login" }).end(),
    question: { headers: [["authorization", "Bearer abcdefghi"]] },
    verdict: "blocked",
    cause: "redirect-login",
    cure: { audience: "server" },
    never: /abcdefghi/,
  },
  {
    name: "a path that only looks like a login",
    serve: ({ url }, response) => {
      if (url === "/data") response.writeHead(302, { location: "/authors/blogs" });
      else response.setHeader(acao, "*");
      response.end();
    },
    verdict: "blocked",
    cause: "redirect-elsewhere",
    cured: true,
    never: /login/i,
  },
];
