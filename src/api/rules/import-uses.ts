import { type ImportFieldName, importFields } from "#contract/import-fields.ts";
import type { Change, KnownEmployer, KnownUse, PlannedRecord, RowError, RowQuestion, Verdict } from "./import-row.ts";
import { canWriteEmployer } from "./permissions.ts";
import { faultOfFact } from "./portal-account.ts";

const counted = ["portalSearches", "portalProfiles", "portalContacts", "portalOffers"] as const satisfies readonly ImportFieldName[];
const eventOf = (field: ImportFieldName) => String(importFields[field].column);

/** A fact that a row says; `quantity` 0 removes the one that is known. */
type Draft = { field: ImportFieldName; event: string; occurredOn: string; quantity: number; known: KnownUse | undefined };

/**
 * What a row of an extract of the Portail says of an employer: when its account became active, and how many times it served since the former extract, dated the day
 * of this one. The same extract again finds it all; corrected, it corrects, down to zero. An activation that the ministry dates otherwise than was declared is the
 * ministry's, unless a report or another row tells it: that one stays, the difference is said beside the row, and what was counted is written all the same.
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
	const stopped = (outcome: "error" | "skip", why: RowError[], row = sameAsRow): Verdict => ({
		...{ outcome, errors: why, changes: [], plan: null, employerId: employer.id, sameAsRow: row },
	});
	if (errors.length > 0) return stopped("error", errors);

	const uses = counted.flatMap((field): Draft[] => {
		const [event, occurredOn, quantity] = [eventOf(field), String(extractOn), values[field]];
		const same = known.find((use) => use.event === event && use.occurredOn === occurredOn && use.source === "extract" && use.visitId === null);
		return quantity === undefined || Number(quantity) === (same?.quantity ?? 0) ? [] : [{ field, event, occurredOn, quantity: Number(quantity), known: same }];
	});
	// Which of the two counts is right, the file does not say.
	const twice = uses.find((use) => use.known?.row !== undefined)?.known?.row;
	if (twice !== undefined) return stopped("skip", [{ field: null, code: "import-same-as-row", parameters: { row: twice } }], twice);

	const account = activation(known, activeOn);
	const notes = account ? differenceOf(known, account) : [];
	const drafts = account && notes.length === 0 ? [account, ...uses] : uses;
	// The ministry that counts them says since when the account is active, even where something else is kept.
	const replaced = new Set([...uses, ...(account ? [account] : [])].map((draft) => draft.known?.id));
	const others = [...known.filter(({ id }) => !replaced.has(id)), ...(account ? [account] : [])];
	for (const use of uses) {
		const fault = use.quantity === 0 ? null : faultOfFact(others, use);
		if (fault) errors.push({ field: use.field, code: fault.code, ...(fault.parameters ? { parameters: fault.parameters } : {}) });
	}
	if (drafts.length > 0 && employer.version !== null && !canWriteEmployer(who, employer)) errors.unshift({ field: null, code: "import-not-yours" });
	else if (drafts.length > 0 && employer.values.archived_on) errors.unshift({ field: null, code: "import-employer-archived" });
	if (errors.length > 0) return stopped("error", [...errors, ...notes]);

	const changes: Change[] = drafts.map(({ field, event, occurredOn, quantity, known: before }) => {
		const said = (day: string, count: number) => (event === "account" ? day : String(count));
		return { record: "toolUse", field, isNew: !before, before: before ? said(before.occurredOn, before.quantity) : null, after: said(occurredOn, quantity) };
	});
	const planned: PlannedRecord[] = drafts.map(({ event, occurredOn, quantity, known: before }) => ({
		id: before?.id ?? newId(),
		version: before?.version ?? null,
		set: { event, occurred_on: occurredOn, quantity, source: "extract" },
		...(quantity === 0 ? { isRemoved: true as const } : {}),
	}));
	const plan = changes.length === 0 ? null : { employerVersion: employer.version, uses: planned };
	return { outcome: plan ? "update" : "same", errors: notes, changes, plan, employerId: employer.id, sameAsRow };
}

/** The activation to write: a new one, or the one that is known of the same life of the account, which ends where somebody said that it sleeps. */
function activation(known: readonly KnownUse[], activeOn: string | null): Draft | null {
	const accounts = known.filter(({ event }) => event === "account");
	if (activeOn === null || accounts.some(({ occurredOn }) => occurredOn === activeOn)) return null;
	const livesBefore = (day: string) => known.filter(({ event, occurredOn }) => event === "dormant" && occurredOn <= day).length;
	const same = accounts.find(({ occurredOn }) => livesBefore(occurredOn) === livesBefore(activeOn));
	return { field: "portalActiveOn", event: "account", occurredOn: activeOn, quantity: 1, known: same };
}

/** Why the activation of the ministry is not written. */
function differenceOf(known: readonly KnownUse[], { field, known: before, ...account }: Draft): RowError[] {
	if (before && (before.visitId !== null || before.row !== undefined))
		return [{ field, code: "portal-activation-kept", parameters: { on: before.occurredOn } }];
	const fault = faultOfFact(
		known.filter(({ id }) => id !== before?.id),
		account,
	);
	return fault ? [{ field, code: fault.code, ...(fault.parameters ? { parameters: fault.parameters } : {}) }] : [];
}
