import { fr } from "./text.fr.ts";
import { defineWords } from "./words.ts";

export const text = defineWords(fr, () => import("./text.en.ts"));
