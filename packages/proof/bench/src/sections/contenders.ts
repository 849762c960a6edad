import type { Family } from "../contender.ts";
import { FAMILIES } from "../contenders/index.ts";
import { type Load, LOADS } from "../loads.ts";
import { checked, type Comparison, type Trial } from "../trial.ts";
import { expectedAnswer } from "../verify.ts";

/** Everyone who guards an application, under the five kinds of request. */
export function contenders(): readonly Comparison[] {
  return LOADS.map((load) => ({
    load: load.name,
    trials: FAMILIES.flatMap((family) => trialsOf(family, load)),
  }));
}

/** An application under one kind of request: without CORS, and under what guards it. */
export function trialsOf({ bare, guarded }: Family, load: Load): readonly Trial[] {
  const unguarded: Trial = { contender: bare.name, work: bare.handle, requests: [load.request] };
  return [
    unguarded,
    ...guarded.map((contender) =>
      checked(
        contender.name,
        contender.handle,
        load.request,
        expectedAnswer(contender, load),
        bare.name,
      ),
    ),
  ];
}
