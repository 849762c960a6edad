import { describe, expect, it } from "vitest";
import { compileChoice } from "./route-choice.ts";

/** What Bun serves: names before parameters, and both before the rest. */
const ROUTES = [
  { path: "/*" },
  { path: "/users/*" },
  { path: "/users/:id" },
  { path: "/users/me" },
  { path: "/users/:id/posts" },
  { path: "/form", methods: ["GET", "POST"] },
  { path: "/form/*", methods: ["DELETE"] },
];
const PATHS = [...ROUTES.map(({ path }) => path), undefined];

/** The routes, and `fetch`, that say that Bun may have chosen them. */
function ledTo(path: string, method = "GET"): readonly (string | undefined)[] {
  const choice = compileChoice(ROUTES);
  const request = new Request(`http://localhost${path}`, { method });
  return PATHS.filter((route) => choice(route).leadsHere(request));
}

describe("which route Bun chooses", () => {
  it.each([
    ["/", "GET", ["/*"]],
    ["/other", "GET", ["/*"]],
    ["/other/deeper", "GET", ["/*"]],
    ["/users", "GET", ["/*"]],
    ["/users/", "GET", ["/users/*"]],
    ["/users/me", "GET", ["/users/me"]],
    ["/users/1", "GET", ["/users/:id"]],
    ["/users/mean", "GET", ["/users/:id"]],
    ["/users/1/posts", "GET", ["/users/:id/posts"]],
    ["/users//posts", "GET", ["/users/*"]],
    ["/users/1/photos", "GET", ["/users/*"]],
    ["/users/1/posts/2", "GET", ["/users/*"]],
    ["/form", "GET", ["/form"]],
    ["/form", "HEAD", ["/form"]],
    ["/form", "POST", ["/form"]],
    ["/form/1", "DELETE", ["/form/*"]],
  ])("%s, asked with %s, is for %j", (path, method, routes) => {
    expect(ledTo(path, method)).toEqual(routes);
  });

  it("goes on where a route has no value for the method", () => {
    expect(ledTo("/form", "PUT")).toEqual(["/*", "/form"]);
    expect(ledTo("/form/1", "HEAD")).toEqual(["/*", "/form/*"]);
  });

  it("is fetch where no route takes the request", () => {
    const fetches = compileChoice(ROUTES.slice(1))();
    const leads = (path: string, method = "GET"): boolean =>
      fetches.leadsHere(new Request(`http://localhost${path}`, { method }));
    expect([leads("/"), leads("/other"), leads("/users")]).toEqual([true, true, true]);
    expect([leads("/form", "PUT"), leads("/form/1", "GET")]).toEqual([true, true]);
    expect([leads("/users/1"), leads("/users/x/y"), leads("/form")]).toEqual([false, false, false]);
    expect([leads("/form", "HEAD"), leads("/form/1", "DELETE")]).toEqual([false, false]);
  });

  it("never is a star that has something behind it", () => {
    const choice = compileChoice([{ path: "/a/*/b" }]);
    const request = new Request("http://localhost/a/x/b");
    expect(choice("/a/*/b").leadsHere(request)).toBe(false);
  });
});

describe("the paths of a route, as a gate reads them", () => {
  it.each([
    [undefined, "/*"],
    ["/*", "/*"],
    ["/users/me", "/users/me"],
    ["/users/:id", "/users/*"],
    ["/users/:id/posts", "/users/*"],
    ["/users/*", "/users/*"],
    ["/a:b/c*", "/a:b/c*"],
    ["/users/:id\n/posts", "/users/*"],
  ])("of %j are %j", (path, paths) => {
    expect(compileChoice([])(path).paths).toBe(paths);
  });
});
