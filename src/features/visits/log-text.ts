import { defineWords } from "#lib/words.ts";
import { fr } from "./log-text.fr.ts";

export const logText = defineWords(fr, () => import("./log-text.en.ts"));
