import { present, readCopiedHeaders, requestBehind } from "../browser-headers.ts";
import type { Given, GivenHeader } from "../given.ts";
import { optionValues } from "./words.ts";

/** `name==value`, `name:=json`, `name=value`, `name:value`: a query, a value, a text, a header. */
const item = /^((?:[^:=@\\]|\\.)+?)(==|:=|=|:)(.*)$/s;
/** Options that take their value from the next word. */
const valued =
  /^(?:-a|-A|-o|-p|-s|--(?:auth|auth-type|output|print|session|style|timeout|verify|proxy|raw))$/;

/** Reads a command of HTTPie or xh: `http POST api.example.com/users name=Ann`. */
export function readHttpie([program = "", ...words]: readonly string[]): Given | undefined {
  const plain = words.filter(
    (word, index) => !word.startsWith("-") && !valued.test(words[index - 1] ?? ""),
  );
  const [first = "", ...rest] = plain;
  const isMethod = /^[A-Za-z]+$/.test(first) && first !== "localhost";
  const [address, ...items] = isMethod ? rest : plain;
  if (address === undefined) return undefined;
  const read = items.map((each) => item.exec(each)).filter((match) => match !== null);
  const of = (sign: string): readonly (readonly [string, string])[] =>
    read.filter((match) => match[2] === sign).map(([, name = "", , value = ""]) => [name, value]);
  const body = optionValues(words, "--raw")[0] ?? bodyOf(of("="), of(":="), isForm(words));
  const url = addressOf(address, of("=="), program === "https" || program === "xhs");
  const lines: readonly GivenHeader[] = of(":");
  const isTyped = lines.some(([name]) => name.toLowerCase() === "content-type");
  const type = isForm(words) ? "application/x-www-form-urlencoded" : "application/json";
  const method = isMethod ? first.toUpperCase() : body === undefined ? "GET" : "POST";
  return {
    kind: "command",
    url,
    method,
    ...readCopiedHeaders(
      body === undefined || isTyped ? lines : [...lines, ["content-type", type]],
    ),
    ...present("body", body),
    notes: [],
    ...requestBehind(method, lines),
  };
}

function isForm(words: readonly string[]): boolean {
  return words.includes("--form") || words.includes("-f");
}

/** `:8080/data` is this machine's, and an address without a scheme is the program's. */
function addressOf(
  text: string,
  query: readonly (readonly [string, string])[],
  isSecure: boolean,
): string {
  const local = text.startsWith(":") ? `localhost${text.replace(/^:\//, "/")}` : text;
  const whole = /^[a-z]+:\/\//i.test(local) ? local : `${isSecure ? "https" : "http"}://${local}`;
  if (query.length === 0) return whole;
  const asked = new URLSearchParams(query.map(([name, value]): [string, string] => [name, value]));
  return `${whole}${whole.includes("?") ? "&" : "?"}${asked.toString()}`;
}

function bodyOf(
  texts: readonly (readonly [string, string])[],
  values: readonly (readonly [string, string])[],
  asForm: boolean,
): string | undefined {
  if (texts.length + values.length === 0) return undefined;
  if (asForm)
    return new URLSearchParams(
      texts.map(([name, value]): [string, string] => [name, value]),
    ).toString();
  const members = [
    ...texts.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`),
    ...values.map(([name, value]) => `${JSON.stringify(name)}:${value}`),
  ];
  return `{${members.join(",")}}`;
}
