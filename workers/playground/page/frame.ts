import { outcomeOf } from "./outcome.ts";
import { initOf, type ScriptRequest } from "./script-request.ts";

// Runs in the sandboxed frame: does what it is asked, and answers through the port it was given.
addEventListener("message", async (event: MessageEvent<ScriptRequest>) => {
  const [port] = event.ports;
  if (event.source !== parent || port === undefined) return;
  const request = event.data;
  port.postMessage(await outcomeOf(() => fetch(request.url, initOf(request))));
});
