import { defineWords } from "#lib/words.ts";
import { fr } from "./guard-text.fr.ts";

export const text = defineWords(fr, () => import("./guard-text.en.ts"));
