/** The page for those who cannot change the server, as Markdown. */
export const notYourServer = `# The server is not yours

Only the server's response can let a page read it. A header on your request changes nothing, and neither does a setting of the visitor's browser. If the server belongs to someone else, there are three ways.

## Let a server of your own ask

A server is not a browser: it may read any response. Let the page ask your own server, and your server ask theirs. The page's own origin needs no CORS for that.

- In development, the proxy of your dev server. In \`vite.config.ts\`:

  \`\`\`text
  server: {
    proxy: {
      "/theirs": {
        target: "https://api.example.com",
        changeOrigin: true,
        rewrite: (path) => path.replace(/^\\/theirs/, ""),
      },
    },
  }
  \`\`\`

  The page then calls \`fetch("/theirs/data")\`.

- In production, a route of your own server, or the [Crossgate gateway](../../workers/gateway/README.md). It is a Worker that puts a policy of yours in front of one upstream:

  \`\`\`sh
  pnpm run deploy --var UPSTREAM:https://api.example.com --var ALLOWED_ORIGINS:https://myapp.com
  \`\`\`

A key that the API wants stays on your server: a page cannot keep a secret. Do not use a public CORS proxy for anything but a test, since it sees all that passes.

## Send a request that needs no preflight

Some servers allow a page to read their responses and do not know OPTIONS. GET and POST go without a preflight when the script sets no header but \`Accept\`, \`Accept-Language\`, \`Content-Language\` and a \`Content-Type\` of \`text/plain\`, \`application/x-www-form-urlencoded\` or \`multipart/form-data\`.
\`npx crossgate explain <url> --not-mine\` tells whether that is enough.

## Ask those who run it

Say which origin is to be allowed, with which methods and headers, and whether with credentials. \`npx crossgate explain <url>\` prints all of that for their server; secrets are masked.

## What does not help

- \`mode: "no-cors"\`: the request is sent, and its response stays closed. [mode-no-cors](mode-no-cors.md)
- \`Access-Control-Allow-Origin\` on the request: it belongs in the response. [response-header-in-request](response-header-in-request.md)
- Browser extensions and \`--disable-web-security\`: they work for you alone, and take the protection away from every page that you open.

[All errors](README.md)
`;
