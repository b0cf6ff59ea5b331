import { defineWords } from "#lib/words.ts";
import { fr } from "./settings-text.fr.ts";

export const settingsText = defineWords(fr, () => import("./settings-text.en.ts"));
