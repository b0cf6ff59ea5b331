import { defineWords } from "#lib/words.ts";
import { fr } from "./missions-text.fr.ts";

export const missionsText = defineWords(fr, () => import("./missions-text.en.ts"));
