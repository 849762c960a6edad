/** Top-level labels of two to seven letters, and a suffix of two labels. */
const SUFFIXES = [".io", ".com", ".info", ".cloud", ".travel", ".network", ".co.uk"];

/** Short and long, of letters, digits and hyphens, one to three labels; no two share a word. */
const NAMES = [
  "q",
  "vx",
  "kjw",
  "pzmt",
  "xbqnrd",
  "fgyhwvklso",
  "ua7",
  "38",
  "5019",
  "hq-wsj",
  "zvk.jqxo",
  "wqe3.t5.vbn",
  "ghtr.mdzy.lcp",
] as const;

/** None, and one of two to five digits each. */
const PORTS = ["", "81", "808", "8443", "49152"];

/** No name is an address, and an expression may be for addresses alone. */
const ADDRESSES = ["203.0.113.7", "[2001:db8::7]"];

/** What stands for a host under other schemes, among them those of extensions. */
const OTHER_HOSTS = [
  "abcdefabcdefabcdefabcdefabcdefab",
  "abcdefab-cdef-abcd-efab-cdefabcdefab",
] as const;

/** `a+)+`, and `a+b?)*`: the time such an expression takes doubles, or more, with each character. */
const NESTED = /[*+}]\??(?:[^()]{1,2}\?)?\)+[*+{]/;

/**
 * Origins that no one in the team of a policy's author owns: an expression that fits one of them fits
 * strangers. Most are the same for every text. The others are made of its words, as an attacker would:
 * `https://q.app` for `/^https:\/\/.*\.app$/`, `https://fa-myapp.com` for `/^https:\/\/.*myapp\.com$/`.
 *
 * There are at most 10,000, each made when it is asked for. Where the text is an expression that may
 * take time that doubles with every character, all are short.
 *
 * @param text the source of an expression, or what else names hosts
 * @returns serialised origins, always the same for the same text
 * @example
 * ```ts
 * for (const stranger of strangers(expression.source)) {
 *   if (expression.test(stranger)) return stranger;
 * }
 * ```
 */
export function* strangers(text: string): Iterable<string> {
  // `[.]` and `\.` are both written for a dot, `my-?app` admits `myapp`, and no `\b` is a letter.
  const written = text
    .toLowerCase()
    .replace(/\\\.|\[\.\]/g, ".")
    .replace(/[\w-]\?|\\\w/g, "");
  const names = written.match(/[a-z\d][a-z\d.-]*[a-z\d]/g) ?? [];
  const labels = [...new Set(names.flatMap((name) => name.split(".")))];
  const ends = names.map((name) => `.${name}`.replace(/.*\./, "."));
  // Names below `localhost` are the reader's own machine. No suffix has a digit or a hyphen.
  const suffixes = [...new Set([...SUFFIXES, ...ends])].filter((suffix) =>
    /^\.(?!localhost$)([a-z.]+|xn--.*)$/.test(suffix),
  );
  // Of many words not all can be tried with each other, so what needs few of them comes first.
  const hosts: readonly Hosts[] = [
    [names.filter((name) => /^[^.]+\.[^.]+$/.test(name)).map((name) => `c${name}`), [""]],
    [[...NAMES, ...lengthsIn(text)], suffixes],
    [ADDRESSES, [""]],
    // The author's own name, where anyone may register it.
    [
      labels.flatMap((label) => [
        label,
        ...["vx", ...labels.slice(0, 9)].map((below) => `${below}.${label}`),
      ]),
      SUFFIXES.filter((suffix) => !new RegExp(`\\b${suffix.slice(1)}\\b`).test(written)),
    ],
    [
      [
        ...names.map((name) => `${name}.kjw`),
        ...labels.flatMap((label) => [`${label}c`, `${label}-fa`, `fa${label}`, `fa-${label}`]),
      ],
      suffixes,
    ],
  ];
  const ports = [...PORTS, ...labels.filter(Number)].map((port) => port && `:${port}`);
  const isNested = NESTED.test(text);
  let left = 10_000;
  for (const scheme of new Set(["https", "http", "capacitor", ...names])) {
    for (const rest of scheme.startsWith("http") ? hostsOf(hosts, ports) : OTHER_HOSTS) {
      const origin = `${scheme}://${rest}`;
      if (isNested && origin.length >= 20) continue;
      yield origin;
      left -= 1;
      if (left === 0) return;
    }
  }
}

/** Every one of the names before every one of the suffixes. */
type Hosts = readonly [names: readonly string[], suffixes: readonly string[]];

function* hostsOf(hosts: readonly Hosts[], ports: readonly string[]): Iterable<string> {
  for (const [names, suffixes] of hosts) {
    for (const port of ports) {
      for (const suffix of suffixes) {
        for (const name of names) yield name + suffix + port;
      }
    }
  }
}

/** A name of each length that an expression asks for, as `[a-z]{8}` does. */
function lengthsIn(text: string): readonly string[] {
  const counts = text.match(/(?<={)\d+/g) ?? [];
  return counts.map((count) => OTHER_HOSTS[0].slice(0, Number(count)));
}
