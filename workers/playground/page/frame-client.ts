import type { Outcome } from "./outcome.ts";
import type { ScriptRequest } from "./script-request.ts";

let frame: Promise<HTMLIFrameElement> | undefined;

/**
 * Has a sandboxed frame do a request, whose origin is then `null`. The channel is ours alone, and
 * nothing in the frame is secret: so it does not matter that such a frame can't be addressed.
 */
export async function askFrame(request: ScriptRequest, patience: number): Promise<Outcome> {
  frame ??= openFrame();
  const { contentWindow } = await frame;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const late = setTimeout(
      () => resolve({ kind: "unreachable", error: "The frame does not answer." }),
      patience,
    );
    port1.addEventListener("message", ({ data }: MessageEvent<Outcome>) => {
      clearTimeout(late);
      port1.close();
      resolve(data);
    });
    port1.start();
    contentWindow?.postMessage(request, "*", [port2]);
  });
}

function openFrame(): Promise<HTMLIFrameElement> {
  const element = document.createElement("iframe");
  element.setAttribute("sandbox", "allow-scripts");
  element.title = "A page with an opaque origin";
  element.hidden = true;
  element.src = "/frame";
  return new Promise((resolve) => {
    element.addEventListener("load", () => resolve(element), { once: true });
    document.body.append(element);
  });
}
