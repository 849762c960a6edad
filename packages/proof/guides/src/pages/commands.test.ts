import { describe, expect, it } from "vitest";
import { commandsOf, parseMessage } from "./commands.ts";

const PAGE = `
\`\`\`sh
curl -i http://localhost:8787/api/data
\`\`\`

\`\`\`http
HTTP/1.1 200 OK
access-control-allow-origin: https://myapp.com
vary: Origin
\`\`\`

\`\`\`sh
npm install hono
\`\`\`
`;

describe("the commands of a page", () => {
  it("are those with a response below", () => {
    expect(commandsOf(PAGE)).toEqual([
      {
        shell: "curl -i http://localhost:8787/api/data",
        answer: {
          status: 200,
          fields: ["access-control-allow-origin: https://myapp.com", "vary: Origin"],
        },
      },
    ]);
  });
});

describe("a response as curl prints it", () => {
  it("has every line about CORS and caches, by name, and no other", () => {
    const printed =
      "HTTP/1.1 204 No Content\r\nVary: Origin\r\nDate: today\r\nAccess-Control-Allow-Origin: a\r\naccess-control-allow-origin: b\r\n\r\nVary: no field\r\n";
    expect(parseMessage(printed)).toEqual({
      status: 204,
      fields: ["access-control-allow-origin: a", "access-control-allow-origin: b", "vary: Origin"],
    });
  });
});
