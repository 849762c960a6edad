import { dictionary } from "../dictionary.ts";

/** Why there is no response. None of these is CORS. */
export type WireFault =
  | "dns"
  | "refused"
  | "tls"
  | "timeout"
  | "reset"
  | "protocol"
  | "unreachable";

const faults = dictionary<WireFault>({
  ENOTFOUND: "dns",
  EAI_AGAIN: "dns",
  EAI_FAIL: "dns",
  ENODATA: "dns",
  ECONNREFUSED: "refused",
  ECONNRESET: "reset",
  EPIPE: "reset",
  ETIMEDOUT: "timeout",
  EPROTO: "tls",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "tls",
  SELF_SIGNED_CERT_IN_CHAIN: "tls",
  DEPTH_ZERO_SELF_SIGNED_CERT: "tls",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "tls",
});

const sentences: Readonly<Record<WireFault, string>> = {
  dns: "The name does not resolve to an address.",
  refused: "Nothing listens on that port.",
  tls: "The TLS handshake failed, or the certificate is not one that browsers trust.",
  timeout: "The server did not answer in time.",
  reset: "The server closed the connection before it had answered.",
  protocol: "The server answered with something that is not HTTP as a browser accepts it.",
  unreachable: "The server could not be reached.",
};

/** There was no response, and why. */
export class WireError extends Error {
  override readonly name: string = "WireError";
  readonly fault: WireFault;

  constructor(fault: WireFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }

  /** Names what Node's sockets, TLS and parser reject with. */
  static from(error: unknown): WireError {
    if (error instanceof WireError) return error;
    const code = codeOf(error);
    const message = error instanceof Error && error.message !== "" ? error.message : code;
    return new WireError(faultOf(code), message, { cause: error });
  }

  /** One sentence for a person. */
  get sentence(): string {
    return sentences[this.fault];
  }
}

function faultOf(code: string): WireFault {
  if (/^(?:ERR_TLS|ERR_SSL|CERT_)/.test(code)) return "tls";
  if (code.startsWith("HPE_")) return "protocol";
  return faults[code] ?? "unreachable";
}

function codeOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : "unknown error";
}
