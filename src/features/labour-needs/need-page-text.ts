import { defineWords } from "#lib/words.ts";
import { fr } from "./need-page-text.fr.ts";

export const needPageText = defineWords(fr, () => import("./need-page-text.en.ts"));
