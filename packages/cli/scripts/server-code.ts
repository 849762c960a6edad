import type { CorsCode } from "@crossgate/browser";
import { findProduct, type Wanted } from "../src/cause/index.ts";
import { pageOrigin } from "./error-scenes.ts";

/** What most people who look for an error run. */
const shown = ["express", "fastapi", "flask", "nginx", "crossgate"] as const;

/** Failures that go away when the server allows the page. */
const curedByPolicy =
  /^(?:acao-|acac-|method-not-|methods-|headers?-|authorization-|preflight-|options-)/;

/** The server's code in the words of a few products, as `explain` prints it; empty where no code cures. */
export function serverCode(code: string): string {
  if (!curedByPolicy.test(code) || code.startsWith("header-twice")) return "";
  const wanted = wantedFor(code as CorsCode);
  const parts = shown.flatMap((name) => {
    const product = findProduct(name);
    const snippet = product?.allow(wanted);
    if (!product || !snippet) return [];
    return [
      `${product.title}: ${snippet.where.replace(/:$/, "")}.\n\n\`\`\`text\n${snippet.code}\n\`\`\``,
    ];
  });
  return `## The server's code\n\nFor a page on \`${pageOrigin}\`; \`explain\` prints it for your server, with what that allows already.\n\n${parts.join("\n\n")}\n\n`;
}

/** The policy that the example of a page needs. */
function wantedFor(code: CorsCode): Wanted {
  const isListed = /^(?:headers?-|authorization-)/.test(code);
  return {
    origins: [pageOrigin],
    everyone: false,
    credentials: /credentials|^acac-/.test(code),
    methods: ["GET", "HEAD", "POST", "PUT"],
    headers:
      code === "authorization-needs-explicit" ? ["authorization"] : ["content-type", "x-trace"],
    anyHeader: !isListed,
    expose: [],
    isSet: true,
  };
}
