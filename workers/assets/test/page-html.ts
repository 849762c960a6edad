/**
 * A page that loads what another origin serves, in each of the ways that need its permission. Written
 * as a page's script is, so that nothing of the test's tools stands between it and the browser.
 */
export const PAGE_HTML = `<!doctype html>
<title>somebody else's page</title>
<body>
<script>
async function loadFont(url) {
  const style = document.createElement("style");
  style.textContent = "@font-face { font-family: Loaded; src: url(" + JSON.stringify(url) + "); }";
  document.head.append(style);
  const [face] = await document.fonts.load("16px Loaded");
  const width = (family) => {
    const text = document.body.appendChild(document.createElement("span"));
    text.style.font = "64px " + family;
    text.textContent = "mmmmmmiiiiii";
    const { width } = text.getBoundingClientRect();
    text.remove();
    return width;
  };
  return { status: face?.status, wider: width("Loaded, serif") !== width("serif") };
}

async function load(url, crossOrigin) {
  const image = new Image();
  image.crossOrigin = crossOrigin;
  image.src = url;
  await image.decode();
  return image;
}

async function drawImage(url) {
  const context = document.createElement("canvas").getContext("2d");
  context.drawImage(await load(url, "anonymous"), 0, 0);
  return [...context.getImageData(0, 0, 1, 1).data];
}

async function embedImage(url) {
  return (await load(url, null)).naturalWidth;
}

function runModule(url, expression) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.type = "module";
    script.crossOrigin = "anonymous";
    script.onerror = reject;
    const [name] = expression.split("(");
    globalThis.done = (value) => resolve(String(value));
    script.textContent =
      "import { " + name + " } from " + JSON.stringify(url) + "; done(" + expression + ");";
    document.head.append(script);
  });
}

async function fetchIt(url, init) {
  try {
    const response = await fetch(url, init);
    const { byteLength } = await response.arrayBuffer();
    return { status: response.status, length: byteLength, headers: Object.fromEntries(response.headers) };
  } catch (error) {
    return String(error);
  }
}

async function timingOf(url) {
  for (;;) {
    const entry = performance.getEntriesByName(url).at(-1);
    if (entry) return entry;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function measure(url) {
  await fetchIt(url, {});
  const { encodedBodySize, decodedBodySize, requestStart } = await timingOf(url);
  return { encodedBodySize, decodedBodySize, hasTimes: requestStart > 0 };
}

/** Chromium counts 300 bytes for the headers of a response, and that is all of a 304. */
function transfers() {
  const kinds = { 0: "cache", 300: "revalidated" };
  return performance
    .getEntriesByType("resource")
    .filter(({ name }) => name.endsWith("?again"))
    .map(({ transferSize }) => kinds[transferSize] ?? "network");
}
</script>
`;
