import { application, type Contender } from "../contender.ts";

/** No CORS at all: what is left when this is taken off is what CORS costs. */
export const bare: Contender = { name: "bare handler", speaksCors: false, handle: application };
