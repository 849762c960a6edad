import type { Line, Step } from "@crossgate/browser/fixtures/scenario";
import type { Random } from "./random.ts";
import { bodyKinds, withMembers } from "./request-members.ts";
import { headerPool, ones } from "./request-headers.ts";

function headersOf(random: Random): readonly Line[] {
  const count = random.weigh([
    [6, 0],
    [5, 1],
    [4, 2],
    [1, 3],
  ]);
  const lines = Array.from({ length: count }, () => random.pick(random.weigh(headerPool)));
  const [first] = lines;
  if (first && random.chance(0.06))
    lines.push(random.chance(0.5) ? first : [first[0], `${first[1]}2`]);
  if (random.chance(0.015)) {
    const length = 113 + random.below(6);
    const repeats = 8 + random.below(2);
    lines.push(...Array.from({ length: repeats }, (): Line => ["Accept", ones(length)]));
  }
  return lines;
}

/** One fetch of a page: mostly what pages do, with something odd now and then. */
export function randomStep(random: Random): Step {
  const method = random.weigh([
    [30, "GET"],
    [14, "POST"],
    [14, "PUT"],
    [5, "DELETE"],
    [6, "PATCH"],
    [4, "patch"],
    [4, "HEAD"],
    [3, "OPTIONS"],
    [3, "put"],
    [2, "post"],
    [3, "CHICKEN"],
    [1, "*"],
  ]);
  const hasBody = !["GET", "HEAD"].includes(method.toUpperCase()) && random.chance(0.5);
  const headers = headersOf(random);
  const base: Step = {
    method,
    ...(headers.length === 0 ? {} : { headers }),
    ...(hasBody ? { body: random.pick(bodyKinds) } : {}),
    credentials: random.weigh([
      [20, "omit"],
      [35, "same-origin"],
      [40, "include"],
    ]),
  };
  return random.chance(0.1) ? asXhr(base, random) : withMembers(withModes(base, random), random);
}

function asXhr(step: Step, random: Random): Step {
  const credentials = step.credentials === "include" ? "include" : "same-origin";
  return { ...step, credentials, upload: random.chance(0.75) };
}

function withModes(step: Step, random: Random): Step {
  const isSimple = ["GET", "HEAD", "POST"].includes((step.method ?? "GET").toUpperCase());
  const mode = random.weigh([
    [86, "cors" as const],
    [isSimple ? 9 : 0, "no-cors" as const],
    [9, "same-origin" as const],
  ]);
  const isPlain = mode !== "no-cors";
  const redirect = random.weigh([
    [isPlain ? 88 : 60, "follow" as const],
    [isPlain ? 5 : 20, "manual" as const],
    [isPlain ? 5 : 15, "error" as const],
  ]);
  return {
    ...step,
    ...(random.chance(0.015) ? { scheme: random.pick(["ftp", "foo"]) } : {}),
    ...(mode === "cors" ? {} : { mode }),
    ...(redirect === "follow" ? {} : { redirect }),
  };
}
