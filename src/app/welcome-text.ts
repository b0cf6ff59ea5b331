import { defineWords } from "#lib/words.ts";
import { fr } from "./welcome-text.fr.ts";

export const welcomeText = defineWords(fr, () => import("./welcome-text.en.ts"));
