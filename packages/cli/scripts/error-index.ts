import { CorsBlockedError, type CorsCode, corsCodes } from "@crossgate/browser";
import { causeWords, type OwnCauseCode } from "../src/cause/index.ts";
import { headlineOf } from "./cause-page.ts";
import { provoke } from "./provoke.ts";
import { reasonOf } from "./wording.ts";

/** The codes that most people meet, the commonest first; the others follow. */
const common: readonly CorsCode[] = [
  "acao-missing",
  "preflight-status",
  "header-not-allowed",
  "acao-wildcard-credentials",
  "acao-mismatch",
  "acao-multiple",
  "preflight-redirect",
  "method-not-allowed",
  "acac-missing",
];

/** The causes that most people meet behind those lines. */
const commonCauses: readonly OwnCauseCode[] = [
  "options-unrouted",
  "handler-failed",
  "options-needs-login",
  "redirect-slash",
  "redirect-login",
  "header-twice",
  "gateway-failed",
  "page-is-a-file",
];

/** The list of all pages: by wording, by cause, by name. */
export async function errorIndex(): Promise<string> {
  const codes = [
    ...common,
    ...(Object.keys(corsCodes) as CorsCode[]).filter((code) => !common.includes(code)),
  ];
  const own = Object.keys(causeWords) as OwnCauseCode[];
  const causes = [...commonCauses, ...own.filter((code) => !commonCauses.includes(code))];
  const wordings = await Promise.all(codes.map(rowOf));
  const silent = codes.filter((_, index) => wordings[index] === "");
  return `# Errors

Find the line of your console below, or paste it: \`npx crossgate explain "<the line>"\` asks the server and says what is behind it.
[It is not your server](not-your-server.md) is its own page.

## By what the console says

${wordings.filter((row) => row !== "").join("\n")}

No console line about CORS tells of these: ${silent.map((code) => `[${code}](${code}.md)`).join(", ")}.

## By what is behind it

The same line has many causes. These are told by the server's response, and mostly not by the console.

${causes.map((code) => `- [${code}](${code}.md): ${headlineOf(code)}`).join("\n")}

## By name

The names of Chromium's DevTools protocol and of Firefox, as MDN lists them.

${codes
  .map(nameRow)
  .filter((row) => row !== "")
  .join("\n")}
`;
}

/** What each browser says, without what differs from case to case. */
async function rowOf(code: CorsCode): Promise<string> {
  const lines: string[] = [];
  for (const profile of ["chromium", "firefox", "webkit"] as const) {
    const error = await provoke(code, profile);
    const line = error instanceof CorsBlockedError ? reasonOf(error) : undefined;
    if (line !== undefined && !lines.includes(line)) lines.push(line);
  }
  return lines.length === 0
    ? ""
    : `- [${code}](${code}.md): ${lines.map((line) => `\`${line}\``).join(" · ")}`;
}

function nameRow(code: CorsCode): string {
  const { chromium, firefox } = corsCodes[code];
  const names = [chromium.actual, chromium.preflight, firefox].filter((name) => name !== null);
  return names.length === 0
    ? ""
    : `- [${code}](${code}.md): ${names.map((name) => `\`${name}\``).join(", ")}`;
}
