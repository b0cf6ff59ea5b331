import { defineWords } from "#lib/words.ts";
import { fr } from "./signal-text.fr.ts";

export const signalText = defineWords(fr, () => import("./signal-text.en.ts"));
