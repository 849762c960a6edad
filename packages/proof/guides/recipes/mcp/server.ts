import { env } from "node:process";
import { createCors } from "@crossgate/core";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { serve } from "srvx";

const cors = createCors({
  origin: ["https://myapp.com", "http://localhost:*"],
  allowMethods: ["GET", "POST", "DELETE"],
  allowHeaders: [
    "content-type",
    "authorization",
    "mcp-session-id",
    "mcp-protocol-version",
    "last-event-id",
  ],
  // A client in a page reads its session from this one.
  exposeHeaders: ["mcp-session-id"],
  // MCP asks for it: no other page may talk to a server, not even one on this machine.
  refuseDenied: true,
  maxAge: 7200,
});

const sessions = new Map<string, WebStandardStreamableHTTPServerTransport>();

async function begin(): Promise<WebStandardStreamableHTTPServerTransport> {
  const transport = new WebStandardStreamableHTTPServerTransport({
    sessionIdGenerator: () => crypto.randomUUID(),
    onsessioninitialized: (id) => void sessions.set(id, transport),
    onsessionclosed: (id) => void sessions.delete(id),
  });
  const server = new McpServer({ name: "hello", version: "1.0.0" });
  server.registerTool("hello", { description: "Says hello" }, () => ({
    content: [{ type: "text", text: "hello world" }],
  }));
  await server.connect(transport);
  return transport;
}

async function handle(request: Request): Promise<Response> {
  if (new URL(request.url).pathname !== "/mcp") return new Response(null, { status: 404 });
  const id = request.headers.get("mcp-session-id");
  const transport = id === null ? await begin() : sessions.get(id);
  return transport ? transport.handleRequest(request) : new Response(null, { status: 404 });
}

serve({ fetch: cors.wrap(handle), port: Number(env["PORT"] ?? 8787) });
