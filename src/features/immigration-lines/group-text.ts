import { defineWords } from "#lib/words.ts";
import { fr } from "./group-text.fr.ts";

export const groupText = defineWords(fr, () => import("./group-text.en.ts"));
