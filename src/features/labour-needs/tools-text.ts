import { defineWords } from "#lib/words.ts";
import { fr } from "./tools-text.fr.ts";

export const toolsText = defineWords(fr, () => import("./tools-text.en.ts"));
