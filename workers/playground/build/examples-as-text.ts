import { presetsFor } from "../page/presets.ts";

/** The story of all examples, for who reads without JavaScript: the page's own text is all it needs. */
export function examplesAsText(): string {
  const items = presetsFor("https://app.example").map(
    ({ id, name, story, outcome }) => `
          <li id="${id}">
            <h2>${escaped(name)}</h2>
            <p>${escaped(story)}</p>
            <p><strong>${outcome === "readable" ? "Readable." : "Blocked."}</strong></p>
          </li>`,
  );
  return `
        <main class="article">
          <p>With JavaScript this page sends each of these requests, and lets you change them.</p>
          <ol>${items.join("")}
          </ol>
        </main>
      `;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
