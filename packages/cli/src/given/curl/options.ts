import { dictionary } from "../../dictionary.ts";

/** The options of curl that take a value, by their short letter or alone; all others are switches. */
const valued = dictionary<string | undefined>({
  "abstract-unix-socket": undefined,
  "aws-sigv4": undefined,
  cacert: undefined,
  capath: undefined,
  cert: "E",
  "cert-type": undefined,
  ciphers: undefined,
  config: "K",
  "connect-timeout": undefined,
  "connect-to": undefined,
  "continue-at": "C",
  cookie: "b",
  "cookie-jar": "c",
  data: "d",
  "data-ascii": undefined,
  "data-binary": undefined,
  "data-raw": undefined,
  "data-urlencode": undefined,
  "doh-url": undefined,
  "dump-header": "D",
  form: "F",
  "form-string": undefined,
  header: "H",
  interface: undefined,
  json: undefined,
  key: undefined,
  "key-type": undefined,
  "limit-rate": undefined,
  "local-port": undefined,
  "max-filesize": undefined,
  "max-redirs": undefined,
  "max-time": "m",
  noproxy: undefined,
  "oauth2-bearer": undefined,
  output: "o",
  "output-dir": undefined,
  pass: undefined,
  pinnedpubkey: undefined,
  preproxy: undefined,
  proxy: "x",
  "proxy-header": undefined,
  "proxy-user": "U",
  range: "r",
  referer: "e",
  request: "X",
  "request-target": undefined,
  resolve: undefined,
  retry: undefined,
  "retry-delay": undefined,
  "retry-max-time": undefined,
  socks4: undefined,
  socks4a: undefined,
  socks5: undefined,
  "socks5-hostname": undefined,
  "speed-limit": "Y",
  "speed-time": "y",
  stderr: undefined,
  "time-cond": "z",
  "tls-max": undefined,
  trace: undefined,
  "trace-ascii": undefined,
  "unix-socket": undefined,
  "upload-file": "T",
  url: undefined,
  "url-query": undefined,
  user: "u",
  "user-agent": "A",
  "write-out": "w",
});

/** Switches that change the request. */
const switches = dictionary<string>({
  G: "get",
  I: "head",
  k: "insecure",
  L: "location",
});

/** Those with a value that changes nothing of the request. */
const others = new Set(
  `alt-svc cert-status create-file-mode crlfile curves delegation dns-interface dns-ipv4-addr
  dns-ipv6-addr dns-servers ech engine etag-compare etag-save expect100-timeout
  happy-eyeballs-timeout-ms haproxy-clientip hostpubmd5 hostpubsha256 hsts ip-tos ipfs-gateway
  keepalive-cnt keepalive-time krb libcurl login-options netrc-file parallel-max proto
  proto-default proto-redir proxy-cacert proxy-capath proxy-cert proxy-ciphers proxy-crlfile
  proxy-key proxy-pass proxy1.0 pubkey quote random-file rate sasl-authzid service-name
  socks5-gssapi-service tls13-ciphers tlsauthtype tlspassword tlsuser trace-config variable
  vlan-priority`.split(/\s+/),
);

const byLetter: ReadonlyMap<string, string> = new Map(
  Object.entries(valued).flatMap(([name, letter]) =>
    letter === undefined ? [] : [[letter, name] as const],
  ),
);

/** One option of the command, by its long name; `url` for what stands alone. */
export interface CurlOption {
  readonly name: string;
  readonly value: string;
}

/** Reads curl's words behind `curl` itself: long and short options, joined ones too. */
export function readOptions(words: readonly string[]): readonly CurlOption[] {
  const options: CurlOption[] = [];
  const queue = [...words];
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (word.startsWith("--") && word.length > 2) {
      options.push(readLong(word.slice(2), queue));
    } else if (word.startsWith("-") && word.length > 1) {
      options.push(...readLetters(word.slice(1), queue));
    } else {
      options.push({ name: "url", value: word });
    }
  }
  return options;
}

/** `--name value`, or `--name=value`, which people write and curl does not take. */
function readLong(text: string, queue: string[]): CurlOption {
  const [name = "", ...rest] = text.split("=");
  const takes = Object.hasOwn(valued, name) || others.has(name);
  if (rest.length > 0) return { name, value: rest.join("=") };
  return { name, value: takes ? (queue.shift() ?? "") : "" };
}

/** The options of the first request, where `--next` begins another one or two addresses are named. */
export function firstRequest(options: readonly CurlOption[]): {
  readonly options: readonly CurlOption[];
  readonly isFirst: boolean;
} {
  const next = options.findIndex(({ name }) => name === "next" || name === ":");
  const own = next < 0 ? options : options.slice(0, next);
  const [, ...more] = own.filter(({ name }) => name === "url");
  return {
    options: own.filter((option) => !more.includes(option)),
    isFirst: next >= 0 || more.length > 0,
  };
}

function readLetters(letters: string, queue: string[]): readonly CurlOption[] {
  const options: CurlOption[] = [];
  for (const [index, letter] of Array.from(letters).entries()) {
    const name = byLetter.get(letter);
    if (name !== undefined) {
      const joined = letters.slice(index + 1);
      options.push({ name, value: joined === "" ? (queue.shift() ?? "") : joined });
      return options;
    }
    options.push({ name: switches[letter] ?? letter, value: "" });
  }
  return options;
}
