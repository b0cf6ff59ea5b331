import { defineWords } from "#lib/words.ts";
import { fr } from "./occupations-text.fr.ts";

export const occupationsText = defineWords(fr, () => import("./occupations-text.en.ts"));
