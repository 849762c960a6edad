// The API of the load test, in its own process: it answers with what the path names.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const server = createServer(({ url = "" }, response) => {
  const body = url.slice(1);
  response.writeHead(200, { "content-type": "text/plain", "content-length": body.length });
  response.end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.once("disconnect", () => process.exit());
