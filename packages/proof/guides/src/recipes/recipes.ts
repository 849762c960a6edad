import { FRAMEWORKS } from "./frameworks.ts";
import { LIBRARIES } from "./libraries.ts";
import { PLATFORMS } from "./platforms.ts";
import type { Recipe } from "./recipe.ts";

export const RECIPES: readonly Recipe[] = [...FRAMEWORKS, ...LIBRARIES, ...PLATFORMS];
