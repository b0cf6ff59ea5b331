import { type ImportFieldName, importFields } from "#contract/import-fields.ts";
import type { Change, KnownEmployer, KnownUse, PlannedRecord, RowError, RowQuestion, Verdict } from "./import-row.ts";
import { canWriteEmployer } from "./permissions.ts";
import { faultOfFact } from "./portal-account.ts";

const counted = ["portalSearches", "portalProfiles", "portalContacts", "portalOffers"] as const satisfies readonly ImportFieldName[];
const eventOf = (field: ImportFieldName) => String(importFields[field].column);

type Draft = { field: ImportFieldName; event: string; occurredOn: string; quantity: number; known: KnownUse | undefined };

/**
 * What a row of an extract of the Portail says of an employer: when its account became active, and how many times it served since the former extract, dated the day
 * of this one. The same extract again finds it all; corrected, it corrects. An activation that the ministry dates otherwise than was declared is the ministry's.
 */
export function planUses({ values, who, newId, chosenEmployer }: RowQuestion, employer: KnownEmployer, sameAsRow: number | null): Verdict {
	const known = employer.uses ?? [];
	const errors: RowError[] = [];
	const extractOn = values.extractOn === undefined ? null : String(values.extractOn);
	const activeOn = values.portalActiveOn === undefined ? null : String(values.portalActiveOn);
	// Matched by hand, whoever matched it knows.
	if (chosenEmployer !== employer.id && values.neq !== undefined && employer.values.neq != null && employer.values.neq !== values.neq)
		errors.push({ field: "neq", code: "import-neq-differs" });
	if (extractOn === null) errors.push({ field: "extractOn", code: "import-extract-date-missing" });
	if (extractOn !== null && activeOn !== null && activeOn > extractOn) errors.push({ field: "portalActiveOn", code: "import-activation-after-extract" });
	if (errors.length > 0) return refused(errors, employer, sameAsRow);

	const accounts = known.filter(({ event }) => event === "account").sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1));
	const drafts: Draft[] = [];
	if (activeOn !== null && !accounts.some(({ occurredOn }) => occurredOn === activeOn))
		drafts.push({ field: "portalActiveOn", event: "account", occurredOn: activeOn, quantity: 1, known: accounts[0] });
	for (const field of counted) {
		const quantity = Number(values[field] ?? 0);
		const [event, occurredOn] = [eventOf(field), String(extractOn)];
		const same = known.find((use) => use.event === event && use.occurredOn === occurredOn && use.source === "extract" && use.visitId === null);
		if (quantity > 0 && same?.quantity !== quantity) drafts.push({ field, event, occurredOn, quantity, known: same });
	}
	const written = new Set(drafts.map((draft) => draft.known?.id));
	const standing = known.filter(({ id }) => !written.has(id));
	for (const [index, draft] of drafts.entries()) {
		if (draft.known?.visitId) errors.push({ field: draft.field, code: "tool-use-of-visit" });
		const fault = faultOfFact([...standing, ...drafts.filter((_, at) => at !== index)], draft);
		if (fault) errors.push({ field: draft.field, code: fault.code, ...(fault.parameters ? { parameters: fault.parameters } : {}) });
	}
	if (drafts.length > 0 && employer.version !== null && !canWriteEmployer(who, employer)) errors.unshift({ field: null, code: "import-not-yours" });
	else if (drafts.length > 0 && employer.values.archived_on) errors.unshift({ field: null, code: "import-employer-archived" });
	if (errors.length > 0) return refused(errors, employer, sameAsRow);

	const changes: Change[] = drafts.map(({ field, event, occurredOn, quantity, known: before }) => {
		const said = (day: string, count: number) => (event === "account" ? day : String(count));
		return { record: "toolUse", field, isNew: !before, before: before ? said(before.occurredOn, before.quantity) : null, after: said(occurredOn, quantity) };
	});
	const uses: PlannedRecord[] = drafts.map(({ event, occurredOn, quantity, known: before }) => ({
		id: before?.id ?? newId(),
		version: before?.version ?? null,
		set: { event, occurred_on: occurredOn, quantity, source: "extract" },
	}));
	if (changes.length === 0) return { outcome: "same", errors: [], changes, plan: null, employerId: employer.id, sameAsRow };
	return { outcome: "update", errors: [], changes, plan: { employerVersion: employer.version, uses }, employerId: employer.id, sameAsRow };
}

const refused = (errors: RowError[], employer: KnownEmployer, sameAsRow: number | null): Verdict => ({
	outcome: "error",
	errors,
	changes: [],
	plan: null,
	employerId: employer.id,
	sameAsRow,
});
