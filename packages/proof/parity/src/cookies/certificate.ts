import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A certificate that only a browser told to ignore such errors accepts. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Makes a certificate for these names, good for a day. */
export async function makeCertificate(names: readonly string[]): Promise<Certificate> {
  const directory = await mkdtemp(join(tmpdir(), "crossgate-certificate-"));
  const [key, cert] = [join(directory, "key.pem"), join(directory, "cert.pem")];
  const hosts = names.map((name) => `DNS:${name}`).join(",");
  try {
    const made = ["-keyout", key, "-out", cert, "-days", "1", "-subj", `/CN=${names[0] ?? "a"}`];
    const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
    await run("openssl", ["req", ...kind, ...made, "-addext", `subjectAltName=${hosts}`]);
    return { key: await readFile(key, "utf8"), cert: await readFile(cert, "utf8") };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
