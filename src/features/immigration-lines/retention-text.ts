import { defineWords } from "#lib/words.ts";
import { fr } from "./retention-text.fr.ts";

export const retentionText = defineWords(fr, () => import("./retention-text.en.ts"));
