import { defineWords } from "#lib/words.ts";
import { fr } from "./calendar-text.fr.ts";

export const calendarText = defineWords(fr, () => import("./calendar-text.en.ts"));
