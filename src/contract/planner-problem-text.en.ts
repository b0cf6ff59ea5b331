import type { plannerFr } from "./planner-problem-text.fr.ts";
import type { FieldSentences } from "./problem-text.fr.ts";

export const plannerEn: Record<keyof typeof plannerFr, FieldSentences[string]> = {
	"mission-over": "The mission is over or cancelled: nobody is invited to it any more.",
	"bounds-crossed": "The greatest value is above the smallest.",
	"asks-nothing": "A rule asks one thing at least: without a condition, its tool would be suggested for everything.",
};
