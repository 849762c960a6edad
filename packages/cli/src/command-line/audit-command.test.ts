import { expect, it } from "vitest";
import { auditCommand } from "./audit-command.ts";

it("tells defaults in the words and units that are typed", () => {
  const help = auditCommand().helpInformation().replaceAll(/\s+/g, " ");
  expect(help).toContain("wait for each response (default: 5)");
  expect(help).toContain("repeat for more (default: the URL's own origin)");
  expect(help).not.toContain("[]");
});
