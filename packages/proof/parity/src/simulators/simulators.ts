import { Window } from "happy-dom";
import { JSDOM, VirtualConsole } from "jsdom";
import type { Places, Step } from "@crossgate/browser/fixtures/scenario";

/** What a page in a simulator learns from one request. */
export interface Seen {
  readonly isReadable: boolean;
  readonly status?: number;
  readonly visible?: readonly string[];
}

/** Something that plays browser in tests. */
export interface Simulator {
  readonly name: string;
  run(step: Step, url: string, places: Places): Promise<Seen>;
}

const limit = 5000;

function bodyOf({ body }: Step): string | undefined {
  const texts = {
    text: "text",
    json: "{}",
    form: "a=b",
    blob: "blob",
    bytes: "bytes",
    empty: "",
    none: undefined,
  };
  return body === "multipart" || body === "stream" ? undefined : texts[body ?? "none"];
}

/** Both get bodies as text, so the type a browser would add is set by hand. */
function headersOf(step: Step): [string, string][] {
  const given = (step.headers ?? []).map(([name, value]): [string, string] => [name, value]);
  const hasType = given.some(([name]) => name.toLowerCase() === "content-type");
  const types = { json: "application/json", form: "application/x-www-form-urlencoded" };
  const type = step.body === "json" || step.body === "form" ? types[step.body] : undefined;
  return hasType || !type ? given : [...given, ["Content-Type", type]];
}

/** jsdom, through its XMLHttpRequest. */
export const jsdom: Simulator = {
  name: "jsdom, XMLHttpRequest",
  run(step, url, places) {
    // Without one of ours it prints every blocked request.
    const virtualConsole = new VirtualConsole();
    const { window } = new JSDOM("", { url: `${places.page}/`, virtualConsole });
    return new Promise((resolve) => {
      const xhr = new window.XMLHttpRequest();
      const blocked = (): void => resolve({ isReadable: false });
      setTimeout(blocked, limit).unref();
      xhr.addEventListener("error", blocked);
      xhr.addEventListener("load", () => {
        const lines = xhr.getAllResponseHeaders().split("\r\n").filter(Boolean);
        const names = lines.map((line) => (line.split(":")[0] ?? "").toLowerCase());
        resolve({ isReadable: true, status: xhr.status, visible: names.toSorted() });
      });
      try {
        xhr.open(step.method ?? "GET", url);
        xhr.withCredentials = step.credentials === "include";
        for (const [name, value] of headersOf(step)) xhr.setRequestHeader(name, value);
        xhr.send(bodyOf(step));
      } catch {
        blocked();
      }
    });
  },
};

/** happy-dom, through its fetch. */
export const happyDom: Simulator = {
  name: "happy-dom, fetch",
  async run(step, url, places) {
    const late = new Promise<Seen>((resolve) => {
      setTimeout(() => resolve({ isReadable: false }), limit);
    });
    return Promise.race([runInHappyDom(step, url, places), late]);
  },
};

async function runInHappyDom(step: Step, url: string, places: Places): Promise<Seen> {
  const window = new Window({ url: `${places.page}/` });
  const body = bodyOf(step);
  try {
    const response = await window.fetch(url, {
      method: step.method ?? "GET",
      headers: headersOf(step),
      credentials: step.credentials ?? "same-origin",
      ...(body === undefined ? {} : { body }),
      signal: window.AbortSignal.timeout(limit),
    });
    const visible = [...new Set([...response.headers].map(([name]) => name))].toSorted();
    return { isReadable: true, status: response.status, visible };
  } catch {
    return { isReadable: false };
  } finally {
    await window.happyDOM.close();
  }
}
