import { createCors } from "@crossgate/core";
import { application, type Contender } from "../contender.ts";
import { POLICY } from "../policy.ts";

export const wrap: Contender = {
  name: "cors.wrap",
  speaksCors: true,
  handle: createCors(POLICY).wrap(application),
};
