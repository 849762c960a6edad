import type { Case } from "../case.ts";
import { actualCases } from "./actual.ts";
import { chosenCases } from "./chosen.ts";
import { classificationCases } from "./classification.ts";
import { constructionCases } from "./construction.ts";
import { deniedOriginCases } from "./denied-origins.ts";
import { errorCases } from "./errors.ts";
import { hookCases } from "./hooks.ts";
import { originFunctionCases } from "./origin-functions.ts";
import { originCases } from "./origins.ts";
import { payloadCases } from "./payloads.ts";
import { peerDefectCases } from "./peer-defects.ts";
import { preflightCases } from "./preflight.ts";
import { preflightContinueCases } from "./preflight-continue.ts";
import { refuseDeniedCases } from "./refuse-denied.ts";
import { responseCases } from "./responses.ts";
import { stateCases } from "./state.ts";
import { varyCases } from "./vary.ts";

/** Every case, in the order of the rules. */
export const allCases: readonly Case[] = [
  ...constructionCases,
  ...stateCases,
  ...classificationCases,
  ...originCases,
  ...deniedOriginCases,
  ...originFunctionCases,
  ...preflightCases,
  ...preflightContinueCases,
  ...actualCases,
  ...varyCases,
  ...responseCases,
  ...errorCases,
  ...refuseDeniedCases,
  ...hookCases,
  ...chosenCases,
  ...payloadCases,
  ...peerDefectCases,
];
