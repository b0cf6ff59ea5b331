import type { Kysely } from "kysely";
import { type ImportTarget, importTargetRules } from "#contract/import-fields.ts";
import type { OccupationPlan } from "../rules/import-occupation.ts";
import type { Tables } from "../sql/tables.ts";
import { type Checking, checkRows, type StagedRow } from "./check-rows.ts";
import { checkOccupations, writeOccupations } from "./occupation-rows.ts";
import { type PlannedRow, writeRows } from "./write-rows.ts";

/** Where a chunk is written; `batchId`: the run that writes, in the journal. */
export type WritingPlace = { importId: string; regionCode: string; now: Date; personId: string; batchId: string };
/** What is done of the rows of a target, a chunk at a time: comparing them with what is there, then writing what they say. */
export type TargetWork = {
	check(db: Kysely<Tables>, checking: Checking, rows: StagedRow[]): Promise<void>;
	write(db: Kysely<Tables>, place: WritingPlace, rows: PlannedRow[]): Promise<void>;
};

const ofEmployers: TargetWork = { check: checkRows, write: writeRows };
const ofOccupations: TargetWork = {
	check: checkOccupations,
	write: (db, place, rows) =>
		writeOccupations(
			db,
			place,
			// Written by this target's check.
			rows.map(({ id, plan }) => ({ id, plan: plan as unknown as OccupationPlan })),
		),
};

export const workOf = (target: ImportTarget): TargetWork => (importTargetRules[target].about === "occupation" ? ofOccupations : ofEmployers);
