/** The options of curl that take a value, by their short letter or alone; all others are switches. */
const valued: Readonly<Record<string, string | undefined>> = {
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
};

/** Switches that change the request. */
const switches: Readonly<Record<string, string>> = {
  G: "get",
  I: "head",
  k: "insecure",
  L: "location",
};

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
      const name = word.slice(2);
      const value = name in valued ? (queue.shift() ?? "") : "";
      options.push({ name, value });
    } else if (word.startsWith("-") && word.length > 1) {
      options.push(...readLetters(word.slice(1), queue));
    } else {
      options.push({ name: "url", value: word });
    }
  }
  return options;
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
