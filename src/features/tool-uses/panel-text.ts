import { defineWords } from "#lib/words.ts";
import { fr } from "./panel-text.fr.ts";

export const panelText = defineWords(fr, () => import("./panel-text.en.ts"));
