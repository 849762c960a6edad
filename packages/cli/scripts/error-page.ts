import {
  CorsBlockedError,
  type CorsCode,
  corsCodes,
  createBrowser,
  type Profile,
} from "@crossgate/browser";
import { apiUrl, type ErrorScene, errorScenes, pageOrigin } from "./error-scenes.ts";

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
  return `# ${code}

${prose(own?.explanation ?? entry.explanation)}
${kind}
## What browsers say

${await sayings(code)}
## Why

The step of the standard that fails: <${entry.step}>.
The lines above are about a page on \`${errorScenes[code].origin ?? pageOrigin}\` that asks for \`${errorScenes[code].url ?? apiUrl}\`.

## How to mend it

${prose(own?.fix ?? entry.fix).replace(/ (?=Page: )/, "\n\n")}

\`npx crossgate explain <url> --origin <origin>\` shows where it happens. [All errors](README.md).
`;
}

/** The list of all pages. */
export function errorIndex(): string {
  const rows = Object.entries(corsCodes).map(([code, { chromium, firefox }]) => {
    const names = [chromium.actual, chromium.preflight, firefox].filter((name) => name !== null);
    return `- [${code}](${code}.md)${names.length === 0 ? "" : `: ${cell(names)}`}`;
  });
  return `# Errors

Every reason a browser has for keeping an answer from a page, one page each: what each browser says, why, and how to mend it.
The names beside them are those of Chromium's DevTools protocol and of Firefox, as MDN lists them.

${rows.join("\n")}
`;
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
      ? `${title}${suffix}:\n\n\`\`\`text\n${error.message}\n\`\`\`\n\n`
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

/** The error of a scene; "refused" where that engine makes no such request at all. */
async function provoke(
  code: CorsCode,
  profile: Profile,
): Promise<CorsBlockedError | "refused" | undefined> {
  const { init, url, origin, answer, load }: ErrorScene = errorScenes[code];
  const network = (request: Request): Response => {
    if (!answer) throw new Error("connect ECONNREFUSED");
    const [status, headers] = answer(request);
    return new Response(null, { status, headers });
  };
  const page = createBrowser({ network, profile, localNetworkAccess: "denied" }).open(
    origin ?? pageOrigin,
  );
  const body = init?.body instanceof ReadableStream ? { body: new Blob(["body"]).stream() } : {};
  try {
    if (load) await page.load(load, url ?? apiUrl);
    else await page.fetch(url ?? apiUrl, { ...init, ...body });
    return undefined;
  } catch (error) {
    if (error instanceof CorsBlockedError) return error;
    if (error instanceof TypeError) return "refused";
    throw error;
  }
}
