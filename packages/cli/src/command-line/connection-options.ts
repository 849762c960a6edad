import { InvalidArgumentError, Option } from "commander";
import type { Connection } from "../given/given.ts";
import { proxyUrl } from "../network/connect.ts";

/** What the shell says of the way to the server. */
export interface ConnectionFlags {
  readonly insecure?: boolean;
  readonly resolve: readonly string[];
  readonly proxy?: string;
}

/** The options that curl has for the same. */
export function connectionOptions(): readonly Option[] {
  return [
    new Option("-k, --insecure", "accept any certificate"),
    new Option("--resolve <host:port:address>", "where a host is; repeat for more")
      .argParser(addAddress)
      .default([], "none"),
    new Option("--proxy <url>", "a proxy in place of the environment's").argParser(readProxy),
  ];
}

/** What the flags say; what they leave out is absent. */
export function connectionOf({ insecure, resolve, proxy }: ConnectionFlags): Connection {
  return {
    ...(insecure ? { insecure: true } : {}),
    ...(resolve.length > 0 ? { resolve } : {}),
    ...(proxy === undefined ? {} : { proxy }),
  };
}

function readProxy(text: string): string {
  if (proxyUrl(text)) return text;
  throw new InvalidArgumentError("write its address, such as http://127.0.0.1:3128.");
}

/** One more of `--resolve`, as curl writes it. */
function addAddress(value: string, before: readonly string[]): readonly string[] {
  if (!/^\+?[^:\s]+:\d+:\S+$/.test(value))
    throw new InvalidArgumentError(
      "write host:port:address, such as api.example.com:443:127.0.0.1.",
    );
  return [...before, value];
}
