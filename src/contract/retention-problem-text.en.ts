import type { FieldSentences } from "./problem-text.fr.ts";
import type { retentionFr } from "./retention-problem-text.fr.ts";

export const retentionEn: Record<keyof typeof retentionFr, FieldSentences[string]> = {
	"work-not-started": "This person is not at work yet: give the day the work started first.",
	"against-departure": "This contradicts the day on which this person left the job.",
	"retention-said": "This was already said of that month: correct it instead.",
	"against-retention": "This contradicts what is known of this person’s retention.",
	"before-retention-day": ({ day }) => `That day only comes on ${day}.`,
};
