import { type ImportFieldName, importFields } from "#contract/import-fields.ts";
import type { ResultMeasure } from "#contract/mission-measures.ts";
import type { Change, KnownEmployer, KnownRegistration, PlannedRecord, PlannedResults, RowError, RowQuestion, Verdict } from "./import-row.ts";
import { beyondHires, type DatedResult, faultOfResult, rowsFrom } from "./mission-results.ts";
import { canWriteRegistration } from "./permissions.ts";

const fieldOf = new Map(
	(Object.keys(importFields) as ImportFieldName[])
		.filter((field) => importFields[field].record === "missionResult" && importFields[field].column !== null)
		.map((field) => [importFields[field].column as ResultMeasure, field]),
);

/**
 * What a row of a file of results says of an employer in a mission, as known on the day of the file (domain §3.1). What is known already on that day is not said again:
 * the same file twice finds it all. Each figure is judged as the grid judges it. An employer that is not in the mission is kept aside, until it is.
 */
export function planResults({ values, who, newId, chosenEmployer }: RowQuestion, employer: KnownEmployer, sameAsRow: number | null): Verdict {
	const errors: RowError[] = [];
	const stopped = (outcome: "error" | "skip", why: RowError[], row = sameAsRow): Verdict => ({
		...{ outcome, errors: why, changes: [], plan: null, employerId: employer.id, sameAsRow: row },
	});
	// Matched by hand, whoever matched it knows.
	if (chosenEmployer !== employer.id && values.neq !== undefined && employer.values.neq != null && employer.values.neq !== values.neq)
		errors.push({ field: "neq", code: "import-neq-differs" });
	if (values.mission === undefined) errors.push({ field: "mission", code: "import-mission-missing" });
	if (values.resultsOn === undefined) errors.push({ field: "resultsOn", code: "import-results-date-missing" });
	if (errors.length > 0) return stopped("error", errors);
	const registration = employer.registrations?.find(({ missionId }) => missionId === values.mission);
	if (!registration) return stopped("skip", [{ field: "mission", code: "import-not-in-mission" }]);
	const knownOn = String(values.resultsOn);

	const drafts = [...fieldOf].flatMap(([measure, field]) => {
		const value = values[field] === undefined ? null : Number(values[field]);
		const before = standing(registration, measure, knownOn);
		return value === null || value === before?.value ? [] : [{ measure, field, value, before, same: before?.knownOn === knownOn ? before : undefined }];
	});
	// Which of the two figures is right, the file does not say.
	const twice = drafts.find(({ same }) => same?.row !== undefined)?.same?.row;
	if (twice !== undefined) return stopped("skip", [{ field: null, code: "import-same-as-row", parameters: { row: twice } }], twice);
	for (const { measure, field } of drafts) {
		const fault = faultOfResult(measure, { registeredOn: registration.registeredOn, missionStartsOn: registration.missionStartsOn, knownOn });
		if (fault) errors.push({ field, ...fault });
	}
	const kept = registration.results.filter((one) => one.knownOn !== knownOn || !drafts.some(({ measure }) => measure === one.measure));
	const after: DatedResult[] = [...kept, ...drafts.map(({ measure, value }) => ({ measure, value, knownOn }))];
	for (const { measure, fault } of rowsFrom(after, knownOn).flatMap(beyondHires)) {
		// Beside the figure that says too many, or else that of the hires, which were lowered.
		const field = drafts.find((one) => one.measure === measure)?.field ?? drafts.find((one) => one.measure === "hires")?.field;
		if (field && !errors.some((error) => error.field === field)) errors.push({ field, ...fault });
	}
	const owned = { employer, regionCode: employer.regionCode, advisorId: registration.advisorId };
	if (drafts.length > 0 && !canWriteRegistration(who, owned)) errors.unshift({ field: null, code: "import-not-yours" });
	else if (drafts.length > 0 && employer.values.archived_on) errors.unshift({ field: null, code: "import-employer-archived" });
	if (errors.length > 0) return stopped("error", errors);

	const changes: Change[] = drafts.map(({ field, value, before }) => ({
		...{ record: "missionResult" as const, field, isNew: !before, before: before ? String(before.value) : null, after: String(value) },
	}));
	const cells: PlannedRecord[] = drafts.map(({ measure, value, same }) => ({
		id: same?.id ?? newId(),
		version: same?.version ?? null,
		set: { measure, known_on: knownOn, value },
	}));
	const plan =
		changes.length === 0 ? null : { employerVersion: employer.version, results: { registrationId: registration.id, version: registration.version, cells } };
	return { outcome: plan ? "update" : "same", errors: [], changes, plan, employerId: employer.id, sameAsRow };
}

/** The last value known by a day. */
const standing = ({ results }: KnownRegistration, measure: ResultMeasure, on: string) =>
	results.filter((one) => one.measure === measure && one.knownOn <= on).sort((a, b) => (a.knownOn < b.knownOn ? 1 : -1))[0];

/** The registrations of an employer as a row above will leave them. */
export const registrationsAfter = (known: KnownRegistration[] = [], planned: PlannedResults | undefined, row: number): KnownRegistration[] =>
	known.map((registration) =>
		registration.id !== planned?.registrationId
			? registration
			: {
					...registration,
					results: [
						...registration.results.filter(({ id }) => !planned.cells.some((cell) => cell.id === id)),
						...planned.cells.map(({ id, version, set }) => ({
							...{ id, version, row, measure: set.measure as ResultMeasure, knownOn: String(set.known_on), value: Number(set.value) },
						})),
					],
				},
	);
