import { defineWords } from "#lib/words.ts";
import { fr } from "./immigration-text.fr.ts";

export const immigrationText = defineWords(fr, () => import("./immigration-text.en.ts"));
