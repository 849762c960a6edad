import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChoosableRoute, compileChoice } from "./route-choice.ts";

function leads(routes: readonly ChoosableRoute[], path: string, method = "GET") {
  const choice = compileChoice(routes);
  return (route?: string): boolean =>
    choice(route).leadsHere({ url: `http://api.example.com${path}`, method } as Request);
}

/** Bun's own way: down a tree, a name before a parameter before the rest, and back where it ends. */
function pickNaively(
  routes: readonly ChoosableRoute[],
  path: string,
  method: string,
): string | undefined {
  const serves = ({ methods }: ChoosableRoute): boolean =>
    methods === undefined ||
    methods.includes(method) ||
    (method === "HEAD" && methods.includes("GET"));
  const descend = (
    left: readonly (readonly [rest: readonly string[], path: string])[],
    asked: readonly string[],
  ): string | undefined => {
    const [segment, ...others] = asked;
    if (segment === undefined) return left.find(([rest]) => rest.length === 0)?.[1];
    const below = (isNext: (name: string) => boolean) =>
      left.flatMap(([[name, ...rest], path]) =>
        name !== undefined && isNext(name) ? [[rest, path] as const] : [],
      );
    return (
      descendInto(
        below((name) => name === segment),
        others,
      ) ??
      (segment === ""
        ? undefined
        : descendInto(
            below((name) => name.startsWith(":")),
            others,
          )) ??
      below((name) => name === "*").find(([rest]) => rest.length === 0)?.[1]
    );
  };
  const descendInto = (
    left: readonly (readonly [rest: readonly string[], path: string])[],
    asked: readonly string[],
  ) => (left.length === 0 ? undefined : descend(left, asked));
  return descend(
    routes.filter(serves).map(({ path }) => [path.slice(1).split("/"), path] as const),
    path.slice(1).split("/"),
  );
}

const segment = fc.constantFrom("a", "b", ":p");
const path = fc
  .tuple(fc.array(segment, { maxLength: 3 }), fc.constantFrom("", "", "/", "/*"))
  .map(([segments, end]) => segments.map((name) => `/${name}`).join("") + end || "/");
const methods = fc.constantFrom<readonly string[] | undefined>(
  undefined,
  undefined,
  ["GET"],
  ["PUT", "GET"],
);
const routes = fc.uniqueArray(fc.record({ path, methods }), {
  maxLength: 7,
  selector: (route) => route.path,
});
const asked = fc
  .tuple(fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 4 }), fc.constantFrom("", "/"))
  .map(([segments, end]) => segments.map((name) => `/${name}`).join("") + end || "/");

describe("which route Bun picks", () => {
  it("agrees with a walk down a tree", () => {
    const method = fc.constantFrom("GET", "HEAD", "PUT", "OPTIONS");
    fc.assert(
      fc.property(routes, asked, method, (routes, path, method) => {
        const isChosen = leads(routes, path, method);
        const chosen = [...routes.map((route) => route.path), undefined].filter((route) =>
          isChosen(route),
        );
        const picked = pickNaively(routes, path, method);
        // Bun calls a route only with methods that it has.
        const served = chosen.filter((route) =>
          routes.every((other) => other.path !== route || pickNaively([other], path, method)),
        );
        expect(served).toEqual([picked]);
      }),
      { numRuns: 20_000 },
    );
  });

  it.each([
    [["/partner/*", "/:tenant/account"], "/partner/account", "/partner/*"],
    [["/partner/*", "/:tenant/account"], "/%70artner/account", "/:tenant/account"],
    [["/a/:x/b", "/a/*"], "/a/1/b", "/a/:x/b"],
    [["/a/:x/b", "/a/*"], "/a/1/c", "/a/*"],
    [["/a/*"], "/a", undefined],
    [["/a/*"], "/a/", "/a/*"],
    [["/a/:x"], "/a/", undefined],
    [["/a", "/a/"], "/a/", "/a/"],
    [["/w/*foo"], "/w/x", "/w/*foo"],
    [["/w/*foo"], "/w/x/y", "/w/*foo"],
    [["/w/*foo", "/w/:z"], "/w/xz", "/w/:z"],
    [["/w/a*"], "/w/ab", undefined],
    [["/w/a*"], "/w/a*/c", undefined],
    [["/w/a*", "/w/:z"], "/w/a*", "/w/a*"],
    [["/w/x:y", "/w/:z"], "/w/xz", "/w/:z"],
    [["/w/*/b"], "/w/x/b", undefined],
    [["/:a/*", "/x/:b"], "/x/1", "/x/:b"],
    [["/:a/*", "/x/:b"], "/x/1/2", "/:a/*"],
    [["/a"], "/a?b=/c", "/a"],
    [["/a"], "/A", undefined],
    [["/:a"], "/1/2", undefined],
  ])("of %j for %s it picks %s", (paths, path, picked) => {
    const isChosen = leads(
      paths.map((path) => ({ path })),
      path,
    );
    expect([...paths, undefined].filter(isChosen)).toEqual([picked]);
  });

  it("takes routes of one shape for one", () => {
    const isChosen = leads([{ path: "/:a/x" }, { path: "/:b/x" }], "/1/x");
    expect(["/:a/x", "/:b/x"].map(isChosen)).toEqual([true, true]);
  });

  it("knows a path that Bun shows alone", () => {
    const choice = compileChoice([{ path: "/a" }]);
    const request = { url: "/a", method: "GET" } as Request;
    expect([choice("/a").leadsHere(request), choice().leadsHere(request)]).toEqual([true, false]);
  });

  it("leads nowhere without a path", () => {
    const none = { url: "http://api", method: "GET" } as Request;
    const paths = ["/", "/*", "/:p", undefined];
    const choice = compileChoice([]);
    expect(paths.filter((path) => choice(path).leadsHere(none))).toEqual([]);
  });

  it.each([
    ["/:p", "/~me", { p: "~me" }, true],
    ["/:p", "/~me", { p: "~me#" }, false],
    ["/:p", "/caf%C3%A9", { p: "café" }, true],
    ["/:p", "/%70", { p: "p" }, true],
    // No rule covers it, whatever Bun makes of it.
    ["/:p", "/%zz", { p: "\u{fffd}" }, true],
    ["/:p/*", "/admin/x", { p: "x" }, false],
    ["/a/:p/:q", "/a/1/2", { p: "1", q: "2" }, true],
    ["/a/:p/:q", "/a/1/2", { p: "1", q: "1" }, false],
    ["/ap/:p", "/ap/1", { p: "1" }, true],
    ["/a/:", "/a/1", {}, true],
    ["/a", "/a", {}, true],
  ])("%s, asked for %s, which Bun read as %j: %s", (route, path, params, leadsHere) => {
    const request = { url: `http://api${path}`, method: "GET", params };
    const choice = compileChoice([{ path: route }]);
    expect(choice(route).leadsHere(request as unknown as Request)).toBe(leadsHere);
  });
});
