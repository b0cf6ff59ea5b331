import { defineWords } from "#lib/words.ts";
import { fr } from "./occupation-view-text.fr.ts";

export const occupationViewText = defineWords(fr, () => import("./occupation-view-text.en.ts"));
