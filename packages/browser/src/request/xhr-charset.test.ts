import { expect, it } from "vitest";
import { chromium } from "../profiles/chromium.ts";
import { withXhrCharset } from "./xhr-charset.ts";

// As real Chromium sends them; its network layer joins lines of one name.
it.each([
  ["text/plain;charset=utf-8", "text/plain;charset=UTF-8"],
  ["text/plain; charset=iso-8859-1", "text/plain; charset=UTF-8"],
  [
    "text/plain;charset=utf-8, text/plain;charset=utf-8",
    "text/plain;charset=UTF-8 text/plain;charset=UTF-8",
  ],
  [
    'text/plain;charset="a b", text/plain;charset="a b"',
    'text/plain;charset="UTF-8 b", text/plain;charset="UTF-8 b"',
  ],
  ["text/plain", "text/plain"],
])("Chromium sends %s of an XMLHttpRequest as %s", (given, sent) => {
  const body = { source: null, stream: null, kind: "text", type: null } as const;
  const headers = withXhrCharset([["Content-Type", given]], body, chromium);
  expect(headers).toEqual([["Content-Type", sent]]);
});
