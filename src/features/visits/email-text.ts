import { defineWords } from "#lib/words.ts";
import { fr } from "./email-text.fr.ts";

export const emailText = defineWords(fr, () => import("./email-text.en.ts"));
