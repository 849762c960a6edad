import { Client as McpClient } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { CallToolResultSchema } from "@modelcontextprotocol/sdk/types.js";
import type { Client } from "../recipe.ts";

export const mcp: Client = async (fetch, server) => {
  const client = new McpClient({ name: "a page", version: "1.0.0" });
  const transport = new StreamableHTTPClientTransport(new URL(`${server}/mcp`), {
    fetch,
    requestInit: { headers: { authorization: "Bearer good" } },
  });
  await client.connect(transport);
  const result = CallToolResultSchema.parse(await client.callTool({ name: "hello" }));
  await transport.terminateSession();
  await client.close();
  const [said] = result.content;
  return said?.type === "text" ? said.text : "no text";
};
