import type { Kysely } from "kysely";
import { type ImportTarget, importTargetRules } from "#contract/import-fields.ts";
import type { OccupationPlan } from "../rules/import-occupation.ts";
import type { Tables } from "../sql/tables.ts";
import { type Checking, checkRows, type StagedRow } from "./check-rows.ts";
import type { Job } from "./job.ts";
import { checkOccupations, writeOccupations } from "./occupation-rows.ts";
import { takeBackOccupations } from "./take-back-occupations.ts";
import { type PlannedRow, writeRows } from "./write-rows.ts";

/** Where a chunk is written; `batchId`: the run that writes, in the journal. */
export type WritingPlace = { importId: string; regionCode: string; now: Date; personId: string; batchId: string };
/** What is done of the rows of a target, a chunk at a time: comparing them with what is there, writing what they say, taking it back. */
export type TargetWork = {
	check(db: Kysely<Tables>, checking: Checking, rows: StagedRow[]): Promise<void>;
	write(db: Kysely<Tables>, place: WritingPlace, rows: PlannedRow[]): Promise<void>;
	/** Of what is in no journal; answers how much is as before, and how much stays. Null: the journal of its batches takes it back. */
	takeBack: ((job: Job) => Promise<{ restored: number; left: number }>) | null;
};

const ofEmployers: TargetWork = { check: checkRows, write: writeRows, takeBack: null };
const ofOccupations: TargetWork = {
	check: checkOccupations,
	takeBack: takeBackOccupations,
	write: (db, place, rows) =>
		writeOccupations(
			db,
			place,
			// Written by this target's check.
			rows.map(({ id, plan }) => ({ id, plan: plan as unknown as OccupationPlan })),
		),
};

export const workOf = (target: ImportTarget): TargetWork => (importTargetRules[target].about === "occupation" ? ofOccupations : ofEmployers);
