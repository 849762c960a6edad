import type { Cors } from "@crossgate/core";
import { H3, handleCors } from "h3";
import { application } from "../application.ts";
import type { Family, Handler } from "../contender.ts";
import { HEADERS, MAX_AGE, METHODS } from "../policy.ts";
import { OF_H3 } from "./differences.ts";

const bare = app(new H3());

/** @param origin what the peer allows: texts and expressions */
export function onH3(cors: Cors, origin: (string | RegExp)[]): Family {
  const peer = new H3().use((event) => {
    const answer = handleCors(event, {
      origin,
      methods: [...METHODS],
      allowHeaders: [...HEADERS],
      exposeHeaders: [],
      credentials: true,
      maxAge: String(MAX_AGE),
    });
    return answer === false ? undefined : answer;
  });
  return {
    bare: { name: "h3", handle: bare },
    guarded: [
      { name: "h3 handleCors", handle: app(peer), differences: OF_H3 },
      { name: "crossgate wrap around h3", handle: cors.wrap(bare) },
    ],
  };
}

function app(h3: H3): Handler {
  h3.get("/data", application);
  return (request) => h3.fetch(request);
}
