import { createCors } from "@crossgate/core";
import { application, type Contender } from "../contender.ts";
import { POLICY } from "../policy.ts";

const cors = createCors(POLICY);

export const checkApply: Contender = {
  name: "cors.check, apply",
  speaksCors: true,
  handle: (request) => {
    const verdict = cors.check(request);
    return verdict.response ?? verdict.apply(application());
  },
};
