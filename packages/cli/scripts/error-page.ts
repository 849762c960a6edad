import { CorsBlockedError, type CorsCode, corsCodes } from "@crossgate/browser";
import { apiUrl, errorScenes, pageOrigin } from "./error-scenes.ts";
import { provoke } from "./provoke.ts";
import { serverCode } from "./server-code.ts";
import { onPreflight, reasonOf } from "./wording.ts";

const browsers = {
  chromium: "Chromium, Chrome, Edge",
  firefox: "Firefox",
  webkit: "Safari, WebKit",
} as const;

/** The page of one code, as Markdown. */
export async function errorPage(code: CorsCode): Promise<string> {
  const entry = corsCodes[code];
  const model = await provoke(code, "spec");
  const own =
    model instanceof CorsBlockedError && model.code === code ? model : await firstOf(code);
  const kind = entry.isCors
    ? ""
    : "\nThis is not CORS: no `Access-Control-*` header would change it.\n";
  return `# ${await titleOf(code, own)}

The code is \`${code}\`. ${prose(own?.explanation ?? entry.explanation)}
${kind}
## What browsers say

${await sayings(code)}
## Why

The step of the standard that fails: <${entry.step}>.
The lines above are about a page on \`${errorScenes[code].origin ?? pageOrigin}\` that asks for \`${errorScenes[code].url ?? apiUrl}\`.

## How to mend it

${prose(own?.fix ?? entry.fix).replace(/ (?=Page: )/, "\n\n")}

${serverCode(code)}\`npx crossgate explain <url> --origin <origin>\` shows where it happens, and prints what to write for your server. It takes the console line in place of the URL, too. [All errors](README.md) · [It is not your server](not-your-server.md).
`;
}

/** The line of the console that people look for; else what happened. */
async function titleOf(code: CorsCode, own: CorsBlockedError | undefined): Promise<string> {
  for (const profile of ["chromium", "firefox", "webkit"] as const) {
    const error = await provoke(code, profile);
    const reason = error instanceof CorsBlockedError ? reasonOf(error) : undefined;
    if (reason !== undefined) return prose(reason.replace(/\. Have the server send.*$/, "."));
  }
  const [first = code] = (own?.explanation ?? corsCodes[code].explanation).split(/(?<=\.) /);
  return prose(first.replace(/\.$/, ""));
}

/** How Chromium begins the line of other requests than those of fetch. */
const others = ["XMLHttpRequest", "image", "font", "script", "CSS stylesheet", "resource"] as const;

/** What else the same failure reads like in Chromium. */
function variantsOf(code: CorsCode, message: string): string {
  const { chromium } = corsCodes[code];
  const text: string[] = [];
  const other = onPreflight(message);
  if (chromium.actual !== null && chromium.preflight !== null && other !== message) {
    text.push(`Where a preflight went first:\n\n\`\`\`text\n${other}\n\`\`\``);
  }
  if (message.startsWith("Access to fetch")) {
    const names = others.map((name) => `\`Access to ${name} at\``).join(", ");
    text.push(`Others than \`fetch\` begin with ${names}; \`resource\` is an EventSource.`);
  }
  return text.map((each) => `${each}\n\n`).join("");
}

/** The table's sentences are plain text: a star in them is no emphasis. */
function prose(text: string): string {
  return text.replaceAll("*", "\\*");
}

function cell(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}

async function sayings(code: CorsCode): Promise<string> {
  const { chromium, firefox } = corsCodes[code];
  const names: Readonly<Record<keyof typeof browsers, readonly (string | null)[]>> = {
    chromium: [chromium.actual, chromium.preflight],
    firefox: [firefox],
    webkit: [],
  };
  let text = "";
  for (const [profile, title] of Object.entries(browsers) as [keyof typeof browsers, string][]) {
    const error = await provoke(code, profile);
    const called = names[profile].filter((name) => name !== null);
    const suffix = called.length === 0 ? "" : ` (${cell(called)})`;
    if (error === "refused") {
      text += `${title}: nothing of this, since it makes no such request.\n\n`;
      continue;
    }
    text += error
      ? `${title}${suffix}:\n\n\`\`\`text\n${error.message}\n\`\`\`\n\n${profile === "chromium" ? variantsOf(code, error.message) : ""}`
      : `${title}: nothing, it lets this pass.\n\n`;
  }
  return text.trimEnd().concat("\n");
}

/** A code that only one engine has is shown as that one has it. */
async function firstOf(code: CorsCode): Promise<CorsBlockedError | undefined> {
  for (const profile of ["chromium", "firefox", "webkit"] as const) {
    const error = await provoke(code, profile);
    if (error instanceof CorsBlockedError && error.code === code) return error;
  }
  return undefined;
}
