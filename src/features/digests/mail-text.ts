import { defineWords } from "#lib/words.ts";
import { fr } from "./mail-text.fr.ts";

export const mailText = defineWords(fr, () => import("./mail-text.en.ts"));
