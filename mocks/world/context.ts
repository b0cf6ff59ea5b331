import type { Day } from "./calendar.ts";
import type { Known } from "./employers.ts";
import type { Staff } from "./people.ts";
import type { LabourNeed, World } from "./rows.ts";

export type Context = { world: World; seed: number; today: Day; staff: Staff };

export const stages = [
	"toContact",
	"firstContact",
	"needsAssessment",
	"supportPlan",
	"recruitment",
	"selection",
	"immigration",
	"arrival",
	"integration",
	"retention",
] as const;
export type Stage = (typeof stages)[number];

export type Step = { stage: Stage; on: Day; reason?: string };
/** One support case from its opening on. What comes after today is not yet written. */
export type Story = {
	key: string;
	employer: Known;
	steps: Step[];
	closing: { on: Day; reason: string } | null;
	/** Last day on which anybody did something; null: the story runs on. */
	quietAfter: Day | null;
	paused?: { until: Day; reason: string };
};
/** What was written of a story, for those who come after. */
export type Written = { caseId: string; story: Story; stage: Stage | "closed"; needs: LabourNeed[]; lastVisitId: string | null; advisorId: string };
