import type { Step } from "@crossgate/browser/fixtures/scenario";

/** One step as the page is told of it. */
export interface HarnessStep extends Step {
  readonly url: string;
}

/** One case as the page is told of it. */
export interface HarnessTask {
  readonly id: string;
  /** The query of the page it runs on; empty for the top one. */
  readonly frame: string;
  readonly steps: readonly HarnessStep[];
}

/** What a page's script learns from one step. */
export interface HarnessResult {
  readonly result: "readable" | "blocked" | "timeout";
  readonly error?: string;
  readonly type?: string;
  readonly status?: number;
  readonly redirected?: boolean;
  readonly visible?: readonly string[];
}

/**
 * The page's script. It is turned into text and runs in the browser, so it may not use anything
 * from outside itself.
 */
function harness(): void {
  // One after the other, where the console is read along.
  const isHeard = location.search.includes("heard");
  const parallel = isHeard ? 1 : 6;
  const consoleDelay = 80;
  const limit = 15_000;
  const isFrame = window !== window.parent;
  const waiting = new Map<string, (results: HarnessResult[]) => void>();
  const frames = new Map<string, Promise<Window>>();
  const ready = new Map<string, () => void>();

  function bodyOf(step: HarnessStep): BodyInit | undefined {
    switch (step.body) {
      case "text":
        return "text";
      case "empty":
        return "";
      case "multipart": {
        const form = new FormData();
        form.append("a", "b");
        return form;
      }
      case "stream":
        return new Blob(["stream"]).stream();
      case "json":
        return new Blob(["{}"], { type: "application/json" });
      case "form":
        return new URLSearchParams({ a: "b" });
      case "blob":
        return new Blob(["blob"]);
      case "bytes":
        return new Uint8Array([1, 2, 3]);
      default:
        return undefined;
    }
  }

  async function runFetch(step: HarnessStep, signal: AbortSignal): Promise<HarnessResult> {
    const { url, method, headers, mode, credentials, redirect } = step;
    const init: Record<string, unknown> = { signal, headers: headers ?? [] };
    const { referrer, referrerPolicy, cache, integrity, keepalive } = step;
    const own = { method, mode, credentials, redirect, body: bodyOf(step) };
    const given = {
      ...own,
      referrer,
      referrerPolicy,
      cache,
      integrity,
      keepalive,
      ...(step.body === "stream" ? { duplex: "half" } : {}),
    };
    for (const [key, value] of Object.entries(given)) {
      if (value !== undefined) init[key] = value;
    }
    const target = url === "{blob}" ? URL.createObjectURL(new Blob(["ok"])) : url;
    const response = await fetch(target, init);
    const visible = Array.from(new Set(response.headers.keys())).toSorted();
    const { type, status, redirected } = response;
    await response.text();
    return { result: "readable", type, status, redirected, visible };
  }

  function runXhr(step: HarnessStep): Promise<HarnessResult> {
    return new Promise((resolve) => {
      const xhr = new XMLHttpRequest();
      xhr.open(step.method ?? "GET", step.url);
      xhr.withCredentials = step.credentials === "include";
      setTimeout(() => resolve({ result: "timeout" }), limit);
      for (const [name, value] of step.headers ?? []) xhr.setRequestHeader(name, value);
      if (step.upload) xhr.upload.addEventListener("progress", () => undefined);
      xhr.addEventListener("error", () => resolve({ result: "blocked", error: "xhr" }));
      xhr.addEventListener("load", () => {
        const names = xhr.getAllResponseHeaders().split("\r\n").filter(Boolean);
        const visible = names.map((line) => (line.split(":")[0] ?? "").toLowerCase());
        const redirected = xhr.responseURL !== step.url;
        resolve({
          result: "readable",
          status: xhr.status,
          redirected,
          visible: visible.toSorted(),
        });
      });
      xhr.send((bodyOf(step) ?? null) as XMLHttpRequestBodyInit | null);
    });
  }

  /** With its events in order; a row of the same is one. */
  function watchXhr(step: HarnessStep): Promise<HarnessResult> {
    return new Promise((resolve) => {
      const xhr = new XMLHttpRequest();
      const events: string[] = [];
      const watch = (target: XMLHttpRequestEventTarget, prefix: string): void => {
        for (const name of ["loadstart", "progress", "error", "timeout", "load", "loadend"]) {
          target.addEventListener(name, () => {
            if (events.at(-1) !== prefix + name) events.push(prefix + name);
          });
        }
      };
      xhr.open(step.method ?? "GET", step.url);
      xhr.withCredentials = step.credentials === "include";
      xhr.timeout = step.timeout ?? 0;
      for (const [name, value] of step.headers ?? []) xhr.setRequestHeader(name, value);
      watch(xhr, "");
      if (step.upload === true) watch(xhr.upload, "upload ");
      xhr.addEventListener("loadend", () => {
        const type = events.join(", ");
        if (!events.includes("load")) return resolve({ result: "blocked", type });
        const names = xhr.getAllResponseHeaders().split("\r\n").filter(Boolean);
        const visible = names.map((line) => (line.split(":")[0] ?? "").toLowerCase()).toSorted();
        resolve({ result: "readable", type, status: xhr.status, visible });
      });
      xhr.send((bodyOf(step) ?? null) as XMLHttpRequestBodyInit | null);
    });
  }

  function element<Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    set: (made: HTMLElementTagNameMap[Name]) => void,
    parent: Element = document.body,
  ): Promise<HTMLElementTagNameMap[Name]> {
    const made = document.createElement(name);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error("timeout")), limit);
      const end = (settle: () => void) => (): void => {
        clearTimeout(late);
        settle();
        setTimeout(() => made.remove(), 0);
      };
      const done = name === "audio" || name === "video" ? "loadedmetadata" : "load";
      made.addEventListener(
        done,
        end(() => resolve(made)),
      );
      made.addEventListener(
        "error",
        end(() => reject(new Error("error"))),
      );
      set(made);
      parent.append(made);
    });
  }

  /** The attributes that all kinds of elements have. */
  function setPolicy(made: { referrerPolicy: string }, { referrerPolicy }: HarnessStep): void {
    if (referrerPolicy !== undefined) made.referrerPolicy = referrerPolicy;
  }

  async function loadImage(step: HarnessStep, cors: string | null): Promise<HarnessResult> {
    const { url } = step;
    const image = await element("img", (made) => {
      setPolicy(made, step);
      made.crossOrigin = cors;
      made.src = url;
    });
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    try {
      context?.getImageData(0, 0, 1, 1);
      return { result: "readable", type: "clean" };
    } catch {
      return { result: "readable", type: "tainted" };
    }
  }

  async function loadStyle(step: HarnessStep, cors: string | null): Promise<HarnessResult> {
    const { url, integrity } = step;
    const link = await element("link", (made) => {
      setPolicy(made, step);
      if (integrity !== undefined) made.integrity = integrity;
      made.rel = "stylesheet";
      made.crossOrigin = cors;
      made.href = url;
    });
    let type = "tainted";
    try {
      if (link.sheet?.cssRules) type = "clean";
    } catch {
      // It stays what it is.
    }
    return { result: "readable", type };
  }

  /** An event source is left alone until it has connected again as often as it should. */
  function stream(source: EventSource, reconnections: number): Promise<HarnessResult> {
    return new Promise((resolve) => {
      let opened = 0;
      const end = (): void => {
        source.close();
        resolve({ result: opened > 0 ? "readable" : "blocked" });
      };
      source.addEventListener("open", () => {
        opened += 1;
        if (opened > reconnections) end();
      });
      source.addEventListener("error", () => {
        if (source.readyState === source.CLOSED || opened === 0) end();
      });
    });
  }

  function connect(source: WebSocket): Promise<HarnessResult> {
    return new Promise((resolve) => {
      const end = (result: HarnessResult["result"]) => (): void => {
        source.close();
        resolve({ result });
      };
      source.addEventListener("open", end("readable"));
      source.addEventListener("error", end("blocked"));
    });
  }

  async function runVia(step: HarnessStep): Promise<HarnessResult> {
    const { url, via, credentials } = step;
    const cors = step.crossorigin ?? null;
    switch (via) {
      case "image":
        return loadImage(step, cors);
      case "style":
        return loadStyle(step, cors);
      case "font":
        await new FontFace("a", `url(${url})`).load();
        return { result: "readable" };
      case "script":
      case "module":
        await element("script", (made) => {
          setPolicy(made, step);
          if (step.integrity !== undefined) made.integrity = step.integrity;
          if (via === "module") made.type = "module";
          made.crossOrigin = cors;
          made.src = url;
        });
        return { result: "readable" };
      case "audio":
      case "video":
        await element(via, (made) => {
          made.crossOrigin = cors;
          made.preload = "metadata";
          made.src = url;
        });
        return { result: "readable" };
      case "track": {
        const video = document.createElement("video");
        video.crossOrigin = cors;
        document.body.append(video);
        const loaded = element(
          "track",
          (made) => {
            made.src = url;
            made.track.mode = "hidden";
          },
          video,
        );
        await loaded.finally(() => video.remove());
        return { result: "readable" };
      }
      case "eventsource":
        return stream(
          new EventSource(url, { withCredentials: credentials === "include" }),
          step.reconnections ?? 0,
        );
      case "xhr":
        return watchXhr(step);
      case "websocket":
        return connect(new WebSocket(url.replace(/^http/, "ws")));
      default:
        navigator.sendBeacon(url, bodyOf(step) ?? null);
        await new Promise((resolve) => setTimeout(resolve, 400));
        return { result: "readable" };
    }
  }

  async function runStep(step: HarnessStep): Promise<HarnessResult> {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), limit);
    try {
      if (step.via !== undefined) return await runVia(step);
      return await (step.upload === undefined ? runFetch(step, controller.signal) : runXhr(step));
    } catch (error) {
      if (controller.signal.aborted) return { result: "timeout" };
      return { result: "blocked", error: String(error) };
    } finally {
      clearTimeout(timer);
    }
  }

  async function runTask(task: HarnessTask): Promise<HarnessResult[]> {
    const results: HarnessResult[] = [];
    for (const step of task.steps) {
      await fetch(`/mark/${task.id}`, { mode: "no-cors" });
      if (isHeard) console.log(`case: ${task.id}`);
      if (step.after) await new Promise((done) => setTimeout(done, (step.after ?? 0) * 1000));
      results.push(await runStep(step));
      if (isHeard) await new Promise((done) => setTimeout(done, consoleDelay));
    }
    await fetch(`/done/${task.id}`, { mode: "no-cors" });
    return results;
  }

  function openFrame(query: string): Promise<Window> {
    const frame = document.createElement("iframe");
    // Its origin is opaque: the pages that send `Origin: null`.
    if (query.includes("sandbox")) frame.setAttribute("sandbox", "allow-scripts");
    frame.src = `/harness${query}`;
    document.body.append(frame);
    return new Promise((resolve) => {
      ready.set(query, () => resolve(frame.contentWindow ?? window));
    });
  }

  async function runInFrame(task: HarnessTask): Promise<HarnessResult[]> {
    const opened = frames.get(task.frame) ?? openFrame(task.frame);
    frames.set(task.frame, opened);
    const frame = await opened;
    return new Promise((resolve) => {
      waiting.set(task.id, resolve);
      frame.postMessage(task, "*");
    });
  }

  async function runBatch(tasks: HarnessTask[]): Promise<[string, HarnessResult[]][]> {
    const left = tasks.slice();
    const done: [string, HarnessResult[]][] = [];
    async function worker(): Promise<void> {
      for (let task = left.shift(); task; task = left.shift()) {
        done.push([task.id, await (task.frame === "" ? runTask(task) : runInFrame(task))]);
      }
    }
    await Promise.all(Array.from({ length: parallel }, worker));
    return done;
  }

  async function workOff(): Promise<void> {
    let body = "";
    for (;;) {
      const response = await fetch("/queue", { method: "POST", body });
      const tasks = (await response.json()) as HarnessTask[];
      if (tasks.length === 0) return;
      body = JSON.stringify(await runBatch(tasks));
    }
  }

  if (isFrame) {
    addEventListener("message", async ({ data }: MessageEvent<HarnessTask>) => {
      parent.postMessage({ id: data.id, results: await runTask(data) }, "*");
    });
    parent.postMessage({ ready: location.search }, "*");
    return;
  }
  addEventListener("message", ({ data }) => {
    if (data.ready === undefined) waiting.get(data.id)?.(data.results);
    else ready.get(data.ready)?.();
  });
  void workOff();
}

/** The page, as HTML. */
export const harnessHtml: string = `<!doctype html><meta charset="utf-8"><title>parity</title><body><script>(${harness.toString()})();</script>`;
