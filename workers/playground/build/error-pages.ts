import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { marked } from "marked";
import { sceneOfCode } from "../page/pasted/scene-of-code.ts";

const docs = fileURLToPath(new URL("../../../docs/errors/", import.meta.url));

/** Renders the documentation of every error as a page of the site, under the same CSP. */
export async function writeErrorPages(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of (await readdir(docs)).filter((name) => name.endsWith(".md"))) {
    const text = await readFile(docs + file, "utf8");
    const name = file === "README.md" ? "index" : file.replace(/\.md$/u, "");
    await writeFile(`${folder}${name}.html`, pageOf(text, name));
  }
}

function pageOf(markdown: string, name: string): string {
  const title = /^# (.+)$/mu.exec(markdown)?.[1] ?? "Errors";
  const local = markdown.replaceAll(/\]\(([a-z-]+)\.md\)/gu, "](/errors/$1)");
  const html = marked.parse(local.replaceAll("](README.md)", "](/errors/)"), {
    async: false,
    // Addresses of an example are no links.
    gfm: false,
  });
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title.replaceAll("<", "&lt;")} · Crossgate</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/main.css" />
  </head>
  <body class="article">
    <main>
${html}
    </main>
    <footer><p>${linkToScene(name)}</p></footer>
  </body>
</html>
`;
}

/** To the scene that shows the error, where the playground has one. */
function linkToScene(name: string): string {
  const isShown = sceneOfCode(name, "https://page.example") !== undefined;
  return isShown
    ? `<a href="/#${name}">See it happen</a> · <a href="/">The playground</a>`
    : `<a href="/">The playground</a>`;
}
