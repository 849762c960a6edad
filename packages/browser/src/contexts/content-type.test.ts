import { expect, it } from "vitest";
import { responseEssence } from "./content-type.ts";

function headersOf(lines: readonly string[]): Headers {
  return new Headers(lines.map((line): [string, string] => ["content-type", line]));
}

// https://fetch.spec.whatwg.org/#concept-header-extract-mime-type has the first four as examples.
it.each([
  [["text/plain;charset=gbk, text/html"], "text/html"],
  [["text/html;charset=gbk;a=b, text/html;x=y"], "text/html"],
  [["text/html;charset=gbk;a=b", "text/html;x=y"], "text/html"],
  [["x/x", "text/html", "*/*"], "text/html"],
  [["text/html", "cannot-parse"], "text/html"],
  [["text/html", ""], "text/html"],
  [['text/html;a=","', "x/x"], "x/x"],
  [['text/html;a="\\",', "x/x"], "text/html"],
  [['text/html;"', "x/x"], "text/html"],
  [["*/*"], ""],
  [[], ""],
])("the lines %j make the type %j", (lines, essence) => {
  expect(responseEssence(headersOf(lines), "parsed")).toBe(essence);
});

it("takes the first or the last line as it stands where the engine does", () => {
  const headers = headersOf(["text/css", "x/x", "bogus"]);
  expect(responseEssence(headers, "first")).toBe("text/css");
  expect(responseEssence(headers, "last")).toBe("");
});
