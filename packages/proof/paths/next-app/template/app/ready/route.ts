// The routes of the settings are written beside this one.
export function GET(): Response {
  return new Response("ready");
}
