import { defineWords } from "#lib/words.ts";
import { fr } from "./portal-text.fr.ts";

export const portalText = defineWords(fr, () => import("./portal-text.en.ts"));
