import { describe, expect, test } from "vitest";
import { createCors } from "../cors.ts";
import { isInsecureOrigin } from "./origin.ts";

const LOOPBACK = [
  "http://localhost",
  "http://localhost:3000",
  "http://a.localhost",
  "http://a.b.localhost:81",
  "http://127.0.0.1",
  "http://127.0.0.1:8080",
  "http://127.255.255.254",
  "http://[::1]",
  "http://[::1]:8080",
];

const BEYOND = [
  "http://127.-1",
  "http://127.evil.com",
  "http://127.0.0.evil",
  "http://127.0.0.0x1.evil.com",
  "http://127.0.0.1.nip.io",
  "http://127.0.0.1e3",
  "http://127.0.0.-1",
  "http://127.0.0.infinity",
  "http://localhost.evil.com",
  "http://evillocalhost",
  "http://localhost-evil.com",
  "http://128.0.0.1",
  "http://0.0.0.0",
  "http://10.0.0.1",
  "http://192.168.0.1",
  "http://[::]",
  "http://[::2]",
  "http://[::ffff:7f00:1]",
  "http://example.com",
];

describe("P6: loopback is localhost, a name under it, 127.0.0.0/8 and [::1]", () => {
  test.each(LOOPBACK)("%s is", (origin) => {
    expect(isInsecureOrigin(origin)).toBe(false);
    expect(createCors({ origin: /^http:\/\/.*$/, credentials: true }).allows(origin)).toBe(true);
    expect(() => createCors({ origin: origin as "http://a", credentials: true })).not.toThrow();
  });

  test.each(BEYOND)("%s is not", async (origin) => {
    expect(isInsecureOrigin(origin)).toBe(true);
    const policies = [/^http:\/\/.*$/, () => true];
    for (const policy of policies) {
      const cors = createCors({ origin: policy as () => boolean, credentials: true });
      expect(await cors.allows(origin)).toBe(false);
    }
    expect(() => createCors({ origin: origin as "http://a", credentials: true })).toThrow(
      /origin: prohibited/,
    );
  });

  test.each(["https://example.com", "capacitor://localhost", "null", "http:", "not an origin"])(
    "%s is no plain HTTP origin",
    (text) => expect(isInsecureOrigin(text)).toBe(false),
  );
});
