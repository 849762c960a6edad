import { expect, it } from "vitest";
import { isHopByHop, listedIn } from "./hop-by-hop.ts";

it.each(["connection", "keep-alive", "te", "trailer", "transfer-encoding", "upgrade"])(
  "%s is about the connection",
  (name) => {
    expect(isHopByHop(name)).toBe(true);
  },
);

it.each(["accept", "via", "connection-id"])("%s is not", (name) => {
  expect(isHopByHop(name)).toBe(false);
});

it.each([
  ["keep-alive", ["keep-alive"]],
  ["close, X-Own ,te", ["close", "x-own", "te"]],
  ["", []],
  [",, ,", []],
  ["a b, é, x-own, (", ["x-own"]],
])("a Connection lists %j", (connection, names) => {
  expect(listedIn(connection)).toEqual(names);
});
