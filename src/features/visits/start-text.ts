import { defineWords } from "#lib/words.ts";
import { fr } from "./start-text.fr.ts";

export const startText = defineWords(fr, () => import("./start-text.en.ts"));
