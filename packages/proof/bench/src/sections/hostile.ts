import { createCors } from "@crossgate/core";
import { application } from "../application.ts";
import type { Handler } from "../contender.ts";
import { type Answer, actual, preflight } from "../loads.ts";
import { checked, type Comparison, type Trial } from "../trial.ts";
import { reading } from "./kinds.ts";

const SIZE = 64 * 1024;
const ORIGIN = "https://app.myapp.com";
const DENIED: Answer = { status: 200, headers: { vary: "origin" } };
export const GATE = "crossgate wrap";

/** The largest origin that a page can have: DNS names end at 253 bytes, schemes at 64. */
const LARGEST_ORIGIN = `${"s".repeat(64)}://${[63, 63, 63, 61].map((length) => "a".repeat(length)).join(".")}:65535`;
/** The most that is echoed: 64 names in 2,048 bytes. */
const LARGEST_NAMES = Array.from({ length: 64 }, (_, index) => `x-${index}-`.padEnd(31, "a"))
  .join(",")
  .padEnd(2048, "a");

const NAMES = {
  "largest honest": LARGEST_NAMES,
  "64 KiB of commas": ",".repeat(SIZE),
  "64 KiB of one token": "a".repeat(SIZE),
  "64 KiB of spaces": `a${" ".repeat(SIZE)}b`,
  "64 KiB of 8,000 names": Array.from({ length: 8_000 }, (_, index) => `x${index}`.padEnd(7, "a"))
    .join(",")
    .padEnd(SIZE, "a"),
};

/** What a stranger may send, beside the most that a browser would. */
export function hostile(): readonly Comparison[] {
  const wrap = createCors({ origin: ["https://*.myapp.com"], credentials: true }).wrap(application);
  const origins = { "largest honest": LARGEST_ORIGIN, "64 KiB": `https://${"a".repeat(SIZE)}` };
  return [
    ...Object.entries(origins).map(([name, origin]) =>
      comparison(`Origin, ${name}`, actual(origin), wrap, DENIED),
    ),
    ...Object.entries(NAMES).map(([name, names]) =>
      comparison(
        `ACRH, ${name}`,
        preflight(ORIGIN, names),
        wrap,
        echo(names.length > 2048 ? undefined : names),
      ),
    ),
  ];
}

function comparison(load: string, request: Request, wrap: Handler, expected: Answer): Comparison {
  const read: Trial = reading(request);
  return { load, trials: [read, checked(GATE, wrap, request, expected, read.contender)] };
}

function echo(names: string | undefined): Answer {
  return {
    status: 204,
    headers: {
      "access-control-allow-origin": ORIGIN,
      "access-control-allow-credentials": "true",
      "access-control-allow-methods": "get,head,put,post,delete,patch,query",
      ...(names !== undefined && { "access-control-allow-headers": names }),
      "access-control-max-age": "600",
      vary: "origin,access-control-request-headers",
    },
  };
}
