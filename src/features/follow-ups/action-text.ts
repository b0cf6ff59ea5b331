import { defineWords } from "#lib/words.ts";
import { fr } from "./action-text.fr.ts";

/** What is said of a follow-up wherever it may be ticked off: few words, for pages that are not about follow-ups. */
export const actionText = defineWords(fr, () => import("./action-text.en.ts"));
