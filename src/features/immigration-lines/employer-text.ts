import { defineWords } from "#lib/words.ts";
import { fr } from "./employer-text.fr.ts";

export const employerText = defineWords(fr, () => import("./employer-text.en.ts"));
