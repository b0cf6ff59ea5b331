import { defineWords } from "#lib/words.ts";
import { fr } from "./report-text.fr.ts";

/** The words of the report's optional blocks. */
export const reportText = defineWords(fr, () => import("./report-text.en.ts"));
