import { defineWords } from "#lib/words.ts";
import { fr } from "./ledger-text.fr.ts";

export const ledgerText = defineWords(fr, () => import("./ledger-text.en.ts"));
