import type { ImportFieldName, ImportRecord, ImportTarget } from "#contract/import-fields.ts";
import type { ImportOutcome } from "#contract/import-rows.ts";
import type { ImportValues, ValueError } from "./import-values.ts";
import type { DatedResult } from "./mission-results.ts";
import type { canWriteEmployer } from "./permissions.ts";

export type Stored = Record<string, string | number | boolean | null>;
/** An employer as it stands, or as the rows above will leave it. */
export type KnownEmployer = {
	id: string;
	/** Null for the one that a row above will add. */
	version: number | null;
	regionCode: string;
	advisorId: string | null;
	values: Stored;
	establishments: (Stored & { id: string; version: number | null })[];
	contacts: (Stored & { id: string; version: number | null })[];
	/** Where it is in missions, with what came of it; read for results only. */
	registrations?: KnownRegistration[];
	/** Its facts of the Portail, read for an extract only. */
	uses?: KnownUse[];
};
export type KnownUse = {
	id: string;
	version: number | null;
	event: string;
	occurredOn: string;
	quantity: number;
	source: string;
	visitId: string | null;
	/** The row of this file that says it. */
	row?: number;
};
/** `row`: the row of this file that says it. */
export type KnownResult = DatedResult & { id: string; version: number | null; row?: number };
export type KnownRegistration = {
	id: string;
	version: number;
	missionId: string;
	missionStartsOn: string;
	registeredOn: string | null;
	advisorId: string | null;
	results: KnownResult[];
};
/** What a row says of one registration, as it was seen. */
export type PlannedResults = { registrationId: string; version: number; cells: PlannedRecord[] };
export type MatchReason = "neq" | "name" | "phone" | "domain";
/** `touchedBy`: the row above that already changes it. */
export type Candidate = { employer: KnownEmployer; reasons: MatchReason[]; touchedBy?: number };

/** What is to be written of one record: its columns, under an id that is made already; `isRemoved`, it goes. */
export type PlannedRecord = { id: string; version: number | null; set: Record<string, string | number | boolean>; isRemoved?: true };
/** `employerVersion`: the employer as it was seen; null when a row of this file adds it. */
export type Plan = { employerVersion: number | null; uses?: PlannedRecord[]; results?: PlannedResults } & Partial<
	Record<Exclude<ImportRecord, "toolUse" | "missionResult" | "occupation">, PlannedRecord>
>;
export type Change = { record: ImportRecord; field: ImportFieldName; isNew: boolean; before: string | null; after: string };
export type RowError = { field: ImportFieldName | null; code: string; parameters?: Record<string, string | number> };
export type Verdict = { outcome: ImportOutcome; errors: RowError[]; changes: Change[]; plan: Plan | null; employerId: string | null; sameAsRow: number | null };

export type RowQuestion = {
	target: ImportTarget;
	who: Parameters<typeof canWriteEmployer>[0];
	values: ImportValues;
	errors: ValueError[];
	choice: "create" | "update" | "skip" | null;
	chosenEmployer: string | null;
	/** The employers of the region it may be, the surest first. */
	candidates: Candidate[];
	/** The employer of a row above that has the same key, as it will be then. */
	leader: { row: number; employer: KnownEmployer } | null;
	newId(): string;
};
