/** Top-level labels of two to seven letters, and a suffix of two labels. */
const SUFFIXES = ["io", "com", "info", "cloud", "travel", "network", "co.uk"];

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

/** What stands for a host under other schemes, among them those of extensions. */
const OTHER_HOSTS = ["abcdefabcdefabcdefabcdefabcdefab", "abcdefab-cdef-abcd-efab-cdefabcdefab"];

/** `a+)+`, and `a+b?)*`: the time such an expression takes doubles, or more, with each character. */
const NESTED = /[*+}]\??(?:[^()]{1,2}\?)?\)+[*+{]/;

/**
 * Origins that no one in the team of a policy's author owns: an expression that fits one of them fits
 * strangers. Most are the same for every text. The others are made of its words, as an attacker would:
 * `https://q.app` for `/^https:\/\/.*\.app$/`, `https://kj-myapp.com` for `/^https:\/\/.*myapp\.com$/`.
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
  // `[.]` and `\.` are both written for a dot.
  const written = text.toLowerCase().replace(/\\\.|\[\.\]/g, ".");
  const names = written.match(/[a-z\d][a-z\d.-]*[a-z\d]/g) ?? [];
  const labels = names.flatMap((name) => name.split("."));
  const below = [
    ...NAMES,
    ...names.map((name) => `${name}.kjw`),
    ...labels.flatMap((label) => [`${label}q`, `${label}-vx`, `ua${label}`, `kj-${label}`]),
  ];
  // Names below `localhost` are the reader's own machine.
  const suffixes = [...SUFFIXES, ...labels].filter((suffix) => /^(?!localhost$)[a-z]/.test(suffix));
  const ports = [...PORTS, ...labels.filter(Number)].map((port) => port && `:${port}`);
  const isNested = NESTED.test(text);
  let left = 10_000;
  for (const scheme of new Set(["https", "http", "capacitor", ...names])) {
    const isWeb = scheme.startsWith("http");
    for (const port of isWeb ? ports : [""]) {
      for (const host of isWeb ? hostsOf(below, suffixes) : OTHER_HOSTS) {
        const origin = `${scheme}://${host}${port}`;
        if (isNested && origin.length >= 20) continue;
        yield origin;
        left -= 1;
        if (left === 0) return;
      }
    }
  }
}

/** Every name below every suffix, and an address. */
function* hostsOf(names: readonly string[], suffixes: readonly string[]): Iterable<string> {
  for (const suffix of suffixes) {
    for (const name of names) yield `${name}.${suffix}`;
  }
  yield "203.0.113.7";
}
