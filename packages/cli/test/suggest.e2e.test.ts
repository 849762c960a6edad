import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { crossgate } from "./command-line.ts";
import { longLogFormats, writeLongLog } from "./long-log.ts";

/** A longer one is asked for by hand. */
const given = process.env["SUGGEST_MEGABYTES"];
/** Memory is the same whatever the format; the others are there for what they tell. */
const LOGS = longLogFormats.map((format) => {
  const megabytes = ["verdicts", "nginx"].includes(format) ? 50 : 15;
  return [format, given === undefined ? megabytes : Number(given)] as const;
});
/** Less than the text of the log takes, in megabytes. */
const heap = { NODE_OPTIONS: "--max-old-space-size=80" };

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "crossgate-suggest-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("crossgate suggest", () => {
  it.each(LOGS)(
    "reads a log in bounded memory: %s, %i MB",
    { timeout: 300_000 + Number(given ?? 0) * 1000 },
    async (format, megabytes) => {
      const path = join(folder, format);
      await writeLongLog(path, format, megabytes * 1_000_000);
      expect(statSync(path).size).toBeGreaterThanOrEqual(megabytes * 1_000_000);
      const args = [path, "--at-least", "50", "--patterns", "--json"];
      const { code, stdout, stderr } = await crossgate(["suggest", ...args], heap);
      rmSync(path);
      expect([code, stderr]).toEqual([0, ""]);
      const { policy, coverage, lines, requests } = JSON.parse(stdout);
      expect(policy.origin).toHaveLength(181);
      expect(policy.origin[0]).toBe("https://*.myapp.com");
      expect(policy.allowMethods).toEqual(["DELETE", "PUT"]);
      expect(coverage).toBeCloseTo(0.5, 2);
      expect(requests).toBe(lines);
    },
  );

  it("reads several logs, packed ones too, and standard input", async () => {
    const line = (name: string): string => JSON.stringify({ origin: `https://${name}.example` });
    const [plain, packed] = [join(folder, "plain.ndjson"), join(folder, "packed.ndjson.gz")];
    writeFileSync(plain, line("plain"));
    writeFileSync(packed, gzipSync(line("packed")));
    const args = ["suggest", plain, packed, "-", "--module"];
    const { code, stdout } = await crossgate(args, {}, line("typed"));
    expect(code).toBe(0);
    for (const name of ["plain", "packed", "typed"]) {
      expect(stdout).toContain(`"https://${name}.example"`);
    }
  });

  it("unpacks what is packed, whatever its name, and names the program for the rest", async () => {
    const line = Buffer.from(JSON.stringify({ origin: "https://app.example.com" }));
    const path = join(folder, "access.log.1");
    for (const packed of [gzipSync(line), zstdCompressSync(line)]) {
      writeFileSync(path, packed);
      const { stdout } = await crossgate(["suggest", path, "--module"]);
      expect(stdout).toContain("https://app.example.com");
    }
    for (const [magic, program] of [
      [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], "xz -dc"],
      [[0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59], "bzip2 -dc"],
      [[0x50, 0x4b, 0x03, 0x04, 0, 0], "unzip -p"],
    ] as const) {
      writeFileSync(path, Buffer.from(magic));
      const { code, stdout, stderr } = await crossgate(["suggest", path]);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(`is packed. Unpack it: ${program} ${path} | crossgate suggest -`);
    }
  });

  it("says why there is no module to write", async () => {
    const log = `${JSON.stringify({ origin: "http://plain.example" })}\n`;
    for (const [input, why] of [
      [log, "http://plain.example: http://plain.example is not encrypted"],
      ["", "The log is empty."],
    ] as const) {
      const { code, stdout, stderr } = await crossgate(["suggest", "-", "--module"], {}, input);
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toContain(`crossgate: the log gives no policy.\n  ${why}`);
    }
  });

  it("says what cannot be read", async () => {
    const broken = join(folder, "broken.gz");
    writeFileSync(broken, "no archive");
    for (const [path, reason] of [
      [broken, "incorrect header check"],
      [join(folder, "absent"), "no such file"],
      [folder, "is a folder"],
    ] as const) {
      const { code, stdout, stderr } = await crossgate(["suggest", path]);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(reason);
    }
  });

  it("is one page for a person, whatever stands in the log", async () => {
    const log = Array.from({ length: 60 }, (_, index) => {
      const scheme = index % 2 === 0 ? "https" : "http";
      return JSON.stringify({ origin: `${scheme}://name${index}.example`, method: "PUT" });
    });
    const { stdout } = await crossgate(["suggest", "-"], {}, log.join("\n"));
    expect(stdout).toContain("and 20 more");
    expect(stdout).toContain("and 27 more [http-origin]");
    expect(stdout.split("\n").length).toBeLessThan(45);
  });

  it("shows on a page who is served, who is not, and what is offered", async () => {
    const names = ["a.example.com", "b.example.com", "c.example.com", "me.github.io", "github.io"];
    const log = names.map((name) => JSON.stringify({ origin: `https://${name}`, method: "PUT" }));
    const { code, stdout } = await crossgate(["suggest", "-"], {}, log.join("\n"));
    expect(code).toBe(0);
    expect(stdout).toContain("ALLOWED  4 origins, 80.0 % of it");
    expect(stdout).toContain("https://*.example.com  3 hosts, 3 (60.0 %)");
    expect(stdout).toContain("DENIED  1 origins, 20.0 % of it");
    expect(stdout).toContain("https://github.io  1 (20.0 %) [shared-hosting]");
  });
});
