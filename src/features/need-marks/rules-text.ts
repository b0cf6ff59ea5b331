import { defineWords } from "#lib/words.ts";
import { fr } from "./rules-text.fr.ts";

export const rulesText = defineWords(fr, () => import("./rules-text.en.ts"));
