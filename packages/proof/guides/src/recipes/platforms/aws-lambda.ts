import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { resolve } from "node:path";
import { env } from "node:process";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import type { LambdaContext } from "hono/aws-lambda";

/**
 * Calls a function as AWS does: with an event of a function URL, or of an HTTP API, both of format
 * 2.0. It makes a response of the object that the function returns.
 */
type Handler = (event: object, context: LambdaContext) => Promise<Result>;

interface Result {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body: string;
  readonly isBase64Encoded: boolean;
}

const [, , file = ""] = process.argv;
const { handler }: { handler: Handler } = await import(pathToFileURL(resolve(file)).href);

createServer((request, response) => void answer(request, response)).listen(
  Number(env["PORT"]),
  "127.0.0.1",
);

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const result = await handler(await eventOf(request), {} as LambdaContext);
  response.statusCode = result.statusCode;
  for (const [name, value] of Object.entries(result.headers ?? {})) response.setHeader(name, value);
  if (result.cookies?.length) response.setHeader("set-cookie", result.cookies);
  response.end(Buffer.from(result.body, result.isBase64Encoded ? "base64" : "utf8"));
}

async function eventOf(request: IncomingMessage): Promise<object> {
  const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: Object.fromEntries(headers),
    requestContext: {
      domainName: url.host,
      http: { method: request.method, path: url.pathname, sourceIp: "127.0.0.1" },
      requestId: crypto.randomUUID(),
      stage: "$default",
    },
    body: await text(request),
    isBase64Encoded: false,
  };
}
