import { afterEach, beforeEach, expect, test, vi } from "vitest";

const PAGE = "https://myapp.com";

/** As Bun's: a text has no type before it is sent, and none at all once its body was looked at. */
class LateResponse extends Response {
  constructor(body?: BodyInit | null, init?: ResponseInit) {
    super(body, init);
    const { headers } = new Headers(init?.headers).has("content-type")
      ? { headers: undefined }
      : this;
    headers?.delete("content-type");
  }
}

// Core looks once whether its host types texts late.
beforeEach(() => void vi.resetModules());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test("R6: where texts are typed late, what may be sent again is copied by a clone", async () => {
  vi.stubGlobal("Response", LateResponse);
  const { createCors } = await import("../cors.ts");
  const verdict = createCors({ origin: [PAGE, "https://other.example"] }).check(
    new Request("https://api.example.com/", { headers: { origin: PAGE } }),
  );
  const shared = new LateResponse("not found", { status: 404 });
  const clone = vi.spyOn(shared, "clone");
  const answer = verdict.apply(shared);
  expect(clone).toHaveBeenCalledOnce();
  expect(answer).not.toBe(shared);
  expect(await answer.text()).toBe("not found");
  expect(answer.headers.get("access-control-allow-origin")).toBe(PAGE);
  expect(shared.headers.has("access-control-allow-origin")).toBe(false);
});

test("R6: a clone's stream ends when its reader leaves, even if its source fails then", async () => {
  vi.stubGlobal("Response", LateResponse);
  const { createCors } = await import("../cors.ts");
  const cancel = vi.fn<() => void>(() => {
    throw new Error("the source failed");
  });
  const verdict = createCors({ origin: [PAGE, "https://other.example"] }).check(
    new Request("https://api.example.com/", { headers: { origin: PAGE } }),
  );
  const answer = verdict.apply(new LateResponse(new ReadableStream({ cancel }), { status: 404 }));
  await expect(answer.body?.cancel()).rejects.toThrow("the source failed");
  expect(cancel).toHaveBeenCalledOnce();
});

test("R5: there a handler may fetch without decoding, so what is fetched keeps its coding", async () => {
  vi.stubGlobal("Response", LateResponse);
  const { createCors } = await import("../cors.ts");
  const verdict = createCors({ origin: [PAGE, "https://other.example"] }).check(
    new Request("https://api.example.com/", { headers: { origin: PAGE } }),
  );
  const headers = { "content-type": "text/plain", "content-encoding": "gzip", vary: "origin" };
  const fetched = new LateResponse("encoded", { headers });
  Object.defineProperty(fetched, "url", { value: "https://api.example" });
  const copy = verdict.apply(fetched);
  expect(copy).not.toBe(fetched);
  expect(copy.headers.get("content-encoding")).toBe("gzip");
});

test("R6: there, too, a response without a body has a copy", async () => {
  vi.stubGlobal("Response", LateResponse);
  const { createCors } = await import("../cors.ts");
  const verdict = createCors({ origin: [PAGE, "https://other.example"] }).check(
    new Request("https://api.example.com/", { headers: { origin: PAGE } }),
  );
  const shared = new LateResponse(null, { status: 404 });
  const answer = verdict.apply(shared);
  expect(answer).not.toBe(shared);
  expect(answer.status).toBe(404);
  expect(shared.headers.has("vary")).toBe(false);
});
