import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { marked } from "marked";

const docs = fileURLToPath(new URL("../../../docs/errors/", import.meta.url));

/** Renders the documentation of every error as a page of the site, under the same CSP. */
export async function writeErrorPages(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of (await readdir(docs)).filter((name) => name.endsWith(".md"))) {
    const text = await readFile(docs + file, "utf8");
    const name = file === "README.md" ? "index" : file.replace(/\.md$/u, "");
    await writeFile(`${folder}${name}.html`, pageOf(text));
  }
}

function pageOf(markdown: string): string {
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
    <footer><p><a href="/">The playground</a></p></footer>
  </body>
</html>
`;
}
