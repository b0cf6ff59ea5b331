import { defineWords } from "#lib/words.ts";
import { fr } from "./panel-text.fr.ts";

/** What is said of a referral on pages that are not about referrals. */
export const panelText = defineWords(fr, () => import("./panel-text.en.ts"));
