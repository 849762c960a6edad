import { createCors, type CorsOptions } from "@crossgate/core";
import { describe, expect, it } from "vitest";
import type { CaseRequest, ExchangeCase, Expectation } from "../case.ts";
import { inProcess } from "../in-process.ts";
import { run } from "../run.ts";
import type { BuildGateway } from "../subject.ts";

const RUNTIME = { name: "node", version: "24", upstream: "http://127.0.0.1:1/" } as const;
const A = "https://app.example.com";
const E = "https://evil.example";
const OPTIONS: CorsOptions = { origin: [A, "https://second.example"], credentials: true };

const honest: BuildGateway = (options, handler) => ({ fetch: createCors(options).wrap(handler) });

/** A gate that changes the headers of some responses. */
function meddling(
  matches: (request: Request) => boolean,
  change: (headers: Headers) => void,
): BuildGateway {
  return (options, handler) => {
    const fetch = createCors(options).wrap(handler);
    return {
      fetch: async (request) => {
        const response = await fetch(request);
        if (response && matches(request)) change(response.headers);
        return response;
      },
    };
  };
}

/** What is found about the page alone, whatever else is. */
async function pageFindings(
  request: CaseRequest,
  page: Expectation["page"],
  build: BuildGateway,
  options: CorsOptions = OPTIONS,
): Promise<unknown[]> {
  const exchange: ExchangeCase = {
    id: "page",
    rules: ["R3"],
    anchor: "https://fetch.spec.whatwg.org/#cors-check",
    options,
    request,
    expect: { handlerCalled: true, ...(page !== undefined && { page }) },
  };
  const { subjects } = await run([exchange], [inProcess("gate", build)], RUNTIME);
  const differences = subjects.flatMap(({ failed }) => failed).flatMap((one) => one.differences);
  return differences.filter(({ what }) => what === "page").map(({ got }) => got);
}

function asked(origin: string, method = "PUT", headers = "x-a"): CaseRequest {
  return {
    method: "OPTIONS",
    headers: [
      ["origin", origin],
      ["access-control-request-method", method],
      ["access-control-request-headers", headers],
    ],
  };
}

const GET: CaseRequest = { headers: [["origin", A]] };
const isOptions = ({ method }: Request): boolean => method === "OPTIONS";
const isPut = ({ method }: Request): boolean => method === "PUT";
const always = (): boolean => true;

describe("the page's view", () => {
  it("agrees with a gate that does what the case says", async () => {
    expect(await pageFindings(GET, "reads", honest)).toEqual([]);
    expect(await pageFindings(asked(A), "reads", honest)).toEqual([]);
    expect(await pageFindings(asked(E), "blocked:acao-missing", honest)).toEqual([]);
    const listed = { ...OPTIONS, allowMethods: ["PATCH"], allowHeaders: ["x-b"] };
    const blocked = "blocked:method-not-allowed";
    expect(await pageFindings(asked(A), blocked, honest, listed)).toEqual([]);
  });

  it.each<[string, CaseRequest, BuildGateway, string]>([
    [
      "credentials that are no longer allowed",
      GET,
      meddling(always, (headers) => headers.delete("access-control-allow-credentials")),
      "blocked:acac-missing",
    ],
    [
      "an origin that no longer matches byte for byte",
      GET,
      meddling(always, (headers) => headers.set("access-control-allow-origin", `${A}/`)),
      "blocked:acao-not-serialized",
    ],
    [
      "any origin with credentials",
      GET,
      meddling(always, (headers) => headers.set("access-control-allow-origin", "*")),
      "blocked:acao-wildcard-credentials",
    ],
    [
      "a header that the preflight lost",
      asked(A),
      meddling(isOptions, (headers) => headers.delete("access-control-allow-headers")),
      "blocked:header-not-allowed",
    ],
    [
      "methods that no browser can read",
      asked(A),
      meddling(isOptions, (headers) => headers.set("access-control-allow-methods", "[PUT]")),
      "blocked:methods-unparsable",
    ],
    [
      "a permission that the response to the request itself takes back",
      asked(A),
      meddling(isPut, (headers) => headers.delete("access-control-allow-origin")),
      "blocked:acao-missing",
    ],
  ])("finds %s", async (_, request, build, code) => {
    expect(await pageFindings(request, "reads", build)).toEqual([code]);
  });

  it("finds a response that a page can read and should not", async () => {
    const open = meddling(always, (headers) => headers.set("access-control-allow-origin", E));
    const request: CaseRequest = { headers: [["origin", E]] };
    const options: CorsOptions = { origin: A };
    expect(await pageFindings(request, "blocked:acao-mismatch", open, options)).toEqual(["reads"]);
  });

  it("finds a case that speaks of a page where no browser sends the request", async () => {
    const forbidden = asked(A, "TRACE");
    const found = await pageFindings(forbidden, "reads", honest);
    expect(found).toEqual(["never: no script can ask for this method or header"]);
    const unsorted = await pageFindings(asked(A, "PUT", "x-b,x-a"), "reads", honest);
    expect(unsorted).toEqual(["never: no browser sends such access-control-request-headers"]);
    expect(await pageFindings(GET, "never", honest)).toEqual(["reads"]);
  });

  it("takes a case that says nothing at what its headers imply", async () => {
    expect(await pageFindings(GET, undefined, honest)).toEqual(["reads"]);
  });
});
