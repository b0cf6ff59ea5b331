import { defineWords } from "#lib/words.ts";
import { fr } from "./francisation-text.fr.ts";

export const francisationText = defineWords(fr, () => import("./francisation-text.en.ts"));
