import type { Case } from "../case.ts";
import {
  A,
  E,
  LIST,
  WITHOUT_ORIGIN,
  from,
  permission,
  preflight,
  readable,
  sentByNoBrowser,
  spec,
  unreadable,
} from "./vocabulary.ts";

const METHOD = ["access-control-request-method", "PUT"] as const;

/** Which request is what (C). */
export const classificationCases: readonly Case[] = [
  {
    id: "c1-origin-makes-a-cors-request",
    rules: ["C1"],
    anchor: spec("cors-request"),
    options: LIST,
    request: from(A),
    expect: readable(A),
  },
  {
    id: "c1-no-origin-is-no-cors-request",
    rules: ["C1"],
    anchor: spec("cors-request"),
    options: LIST,
    request: from(undefined),
    expect: WITHOUT_ORIGIN,
  },
  {
    id: "c1-empty-origin-is-an-origin",
    rules: ["C1", "O1"],
    anchor: spec("cors-request"),
    options: LIST,
    request: from(""),
    expect: unreadable("origin-malformed"),
  },
  {
    id: "c2-options-origin-and-method-is-a-preflight",
    rules: ["C2"],
    anchor: spec("cors-preflight-request"),
    options: LIST,
    request: preflight(A),
    expect: permission(A),
  },
  {
    id: "c2-empty-requested-method-is-a-preflight",
    rules: ["C2", "A3"],
    anchor: spec("cors-preflight-request"),
    options: LIST,
    request: preflight(A, ""),
    expect: sentByNoBrowser({
      ...permission(A),
      verdict: ["preflight", false, "method-not-allowed"],
    }),
  },
  {
    id: "c3-options-without-requested-method-is-the-applications",
    rules: ["C3"],
    anchor: spec("cors-preflight-request"),
    peer: "P14",
    options: LIST,
    request: { method: "OPTIONS", headers: [["origin", A]] },
    handler: { status: 200, headers: [["dav", "1, 2"]] },
    // OPTIONS of the page itself needs a permission, which the default methods do not give.
    expect: { ...readable(A), page: "blocked:method-not-allowed" },
  },
  {
    id: "c3-options-with-requested-headers-only-is-the-applications",
    rules: ["C3"],
    anchor: spec("cors-preflight-request"),
    options: LIST,
    request: {
      method: "OPTIONS",
      headers: [
        ["origin", E],
        ["access-control-request-headers", "x-a"],
      ],
    },
    expect: unreadable(),
  },
  {
    id: "c3-options-without-origin-is-the-applications",
    rules: ["C1", "C3"],
    anchor: spec("cors-preflight-request"),
    options: LIST,
    request: { method: "OPTIONS", headers: [METHOD] },
    expect: WITHOUT_ORIGIN,
  },
  {
    id: "c3-bare-options-is-the-applications",
    rules: ["C3"],
    anchor: spec("cors-preflight-request"),
    options: { origin: A },
    request: { method: "OPTIONS" },
    expect: { ...WITHOUT_ORIGIN, present: { "access-control-allow-origin": A } },
  },
  {
    id: "c3-requested-method-on-get-is-no-preflight",
    rules: ["C2", "C3"],
    anchor: spec("cors-preflight-request"),
    options: LIST,
    request: from(A, METHOD),
    expect: sentByNoBrowser(readable(A)),
  },
];
