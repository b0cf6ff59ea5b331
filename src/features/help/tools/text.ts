import { defineWords } from "#lib/words.ts";
import { fr } from "./text.fr.ts";

export const text = defineWords(fr, () => import("./text.en.ts"));
