import { fold } from "#contract/fold.ts";
import { type ImportFieldName, type ImportRecord, importFields, importTargetRules, isOfFacts } from "#contract/import-fields.ts";
import { planResults } from "./import-results.ts";
import type { Candidate, Change, KnownEmployer, Plan, PlannedRecord, RowError, RowQuestion, Stored, Verdict } from "./import-row.ts";
import { planUses } from "./import-uses.ts";
import type { ImportValues } from "./import-values.ts";
import { canWriteEmployer } from "./permissions.ts";

type Written = Exclude<ImportRecord, "toolUse" | "missionResult" | "occupation">;
const fieldsOf = (record: Written) =>
	(Object.keys(importFields) as ImportFieldName[]).filter((field) => importFields[field].record === record && importFields[field].column);
const recordFields: Record<Written, ImportFieldName[]> = {
	employer: fieldsOf("employer"),
	establishment: fieldsOf("establishment"),
	contact: fieldsOf("contact"),
};
const column = (field: ImportFieldName) => importFields[field].column as string;
/** Written otherwise, the same name: a file does not put the accents and the « inc. » in and out. */
const isWording = new Set<ImportFieldName>(["name", "establishmentName", "address", "contactName"]);
const same = (field: ImportFieldName, a: unknown, b: unknown) =>
	a === b ||
	(typeof a === "string" &&
		typeof b === "string" &&
		((isWording.has(field) && fold(a) === fold(b)) || (importFields[field].type === "email" && a.toLowerCase() === b.toLowerCase())));

/** What the row says of a record that is not there yet, or otherwise than it stands. */
function difference(record: Written, values: ImportValues, known: Stored | null): { set: PlannedRecord["set"]; changes: Change[] } {
	const set: PlannedRecord["set"] = {};
	const changes: Change[] = [];
	for (const field of recordFields[record]) {
		const after = values[field];
		const before = known?.[column(field)] ?? null;
		if (after === undefined || (known && same(field, before, after))) continue;
		set[column(field)] = after;
		changes.push({ record, field, isNew: known === null, before: before === null ? null : String(before), after: String(after) });
	}
	return { set, changes };
}

const says = (record: Written, values: ImportValues) => recordFields[record].some((field) => values[field] !== undefined);

/** The establishment that a row is about: of its municipality; of the same address when both say one and the row is about establishments. */
function establishmentOf({ target, values }: RowQuestion, { establishments }: KnownEmployer) {
	if (values.municipality === undefined) return establishments.find(({ is_main }) => is_main) ?? establishments[0];
	const here = establishments.filter(({ municipality_code }) => municipality_code === values.municipality);
	const address = values.address === undefined ? null : fold(String(values.address));
	const isThere = (one: Stored) => address !== null && one.address !== null && fold(String(one.address)) === address;
	const isNamed = (one: Stored) =>
		values.establishmentName !== undefined && one.name !== null && fold(String(one.name)) === fold(String(values.establishmentName));
	const exact = here.find(isThere) ?? here.find(isNamed);
	if (exact || target !== "establishments") return exact ?? here.find(({ is_main }) => is_main) ?? here[0];
	const open = here.filter((one) => address === null || one.address === null);
	return open.length === 1 ? open[0] : undefined;
}

/** A contact is the same by its e-mail, or by its name. */
function contactOf({ values }: RowQuestion, { contacts }: KnownEmployer) {
	const email = values.contactEmail === undefined ? null : String(values.contactEmail).toLowerCase();
	const name = values.contactName === undefined ? null : fold(String(values.contactName));
	return (
		contacts.find((one) => email !== null && one.email !== null && String(one.email).toLowerCase() === email) ??
		contacts.find((one) => name !== null && fold(String(one.name)) === name)
	);
}

const failed = (errors: RowError[], more: Partial<Verdict> = {}): Verdict => ({
	outcome: "error",
	errors,
	changes: [],
	plan: null,
	employerId: null,
	sameAsRow: null,
	...more,
});
const left = (more: Partial<Verdict> = {}): Verdict => ({ outcome: "skip", errors: [], changes: [], plan: null, employerId: null, sameAsRow: null, ...more });

/** A counsellor brings work to themselves, not to a colleague. */
const mayEntrust = (who: RowQuestion["who"], advisorId: unknown) => who.role === "manager" || advisorId === who.personId;

/** A new employer has a name and an establishment, and is entrusted to whoever brings it when nothing else is said. */
function planCreation(question: RowQuestion): Verdict {
	const { values, who, newId } = question;
	const errors: RowError[] = [];
	if (values.name === undefined) errors.push({ field: "name", code: "import-name-missing" });
	if (values.municipality === undefined) errors.push({ field: "municipality", code: "import-municipality-missing" });
	if (says("contact", values) && values.contactName === undefined) errors.push({ field: "contactName", code: "import-contact-name-missing" });
	if (values.advisor !== undefined && !mayEntrust(who, values.advisor)) errors.push({ field: "advisor", code: "import-advisor-not-you" });
	const taken = question.candidates.find(({ reasons }) => reasons.includes("neq"));
	if (taken) errors.push({ field: "neq", code: "import-neq-taken" });
	if (errors.length > 0) return failed(errors);
	const employer = difference("employer", values, null);
	if (values.advisor === undefined && who.role !== "manager") employer.set.advisor_id = who.personId;
	const establishment = difference("establishment", values, null);
	const contact = difference("contact", values, null);
	const id = newId();
	return {
		outcome: "create",
		errors: [],
		changes: [...employer.changes, ...establishment.changes, ...contact.changes],
		plan: {
			employerVersion: null,
			employer: { id, version: null, set: employer.set },
			establishment: { id: newId(), version: null, set: { ...establishment.set, is_main: true } },
			...(says("contact", values) ? { contact: { id: newId(), version: null, set: { ...contact.set, is_primary: true } } } : {}),
		},
		employerId: id,
		sameAsRow: null,
	};
}

/** What the row adds to an employer that is there, or changes of it. An employer keeps its NEQ: another one is another employer. */
function planUpdate(question: RowQuestion, known: KnownEmployer, sameAsRow: number | null): Verdict {
	const { values, who, target, newId } = question;
	const errors: RowError[] = [];
	if (values.neq !== undefined && known.values.neq != null && known.values.neq !== values.neq) errors.push({ field: "neq", code: "import-neq-differs" });
	const rules = importTargetRules[target];
	// Found by its name, an employer is not renamed by a list of contacts.
	const nothing: ReturnType<typeof difference> = { set: {}, changes: [] };
	const employer = target === "employers" ? difference("employer", values, known.values) : nothing;
	const wantsEstablishment = rules.about !== "contact" && says("establishment", values);
	const place = wantsEstablishment ? establishmentOf(question, known) : undefined;
	const establishment = wantsEstablishment ? difference("establishment", values, place ?? null) : nothing;
	if (wantsEstablishment && !place && values.municipality === undefined) errors.push({ field: "municipality", code: "import-municipality-missing" });
	const wantsContact = rules.about !== "establishment" && says("contact", values);
	const person = wantsContact ? contactOf(question, known) : undefined;
	const contact = wantsContact ? difference("contact", values, person ?? null) : nothing;
	if (wantsContact && !person && values.contactName === undefined) errors.push({ field: "contactName", code: "import-contact-name-missing" });
	const changes = [...employer.changes, ...establishment.changes, ...contact.changes];
	if (changes.length > 0 && known.version !== null && !canWriteEmployer(who, known)) errors.unshift({ field: null, code: "import-not-yours" });
	else if (changes.length > 0 && known.values.archived_on) errors.unshift({ field: null, code: "import-employer-archived" });
	else if (employer.set.advisor_id !== undefined && !mayEntrust(who, employer.set.advisor_id))
		errors.push({ field: "advisor", code: "import-advisor-not-you" });
	if (errors.length > 0) return failed(errors, { sameAsRow, employerId: known.id });

	const plan: Plan = { employerVersion: known.version };
	if (employer.changes.length > 0) plan.employer = { id: known.id, version: known.version, set: employer.set };
	if (establishment.changes.length > 0)
		plan.establishment = place
			? { id: place.id, version: place.version, set: establishment.set }
			: { id: newId(), version: null, set: { ...establishment.set, is_main: known.establishments.length === 0 } };
	if (contact.changes.length > 0)
		plan.contact = person
			? { id: person.id, version: person.version, set: contact.set }
			: { id: newId(), version: null, set: { ...contact.set, is_primary: known.contacts.length === 0 } };
	return { outcome: changes.length > 0 ? "update" : "same", errors: [], changes, plan: changes.length > 0 ? plan : null, employerId: known.id, sameAsRow };
}

const isSure = ({ reasons }: Candidate) => reasons.includes("neq") || reasons.includes("name");

/**
 * What a row does. Found by its NEQ, or by its name in its municipality, an employer is changed; a telephone or a domain that others have makes a doubt, and
 * the row is left out until somebody decides; several employers of one name as well.
 */
export function planRow(question: RowQuestion): Verdict {
	const { target, values, choice, candidates, leader } = question;
	const errors: RowError[] = [...question.errors];
	if (values.name === undefined && values.neq === undefined && errors.length === 0) errors.push({ field: "name", code: "import-name-missing" });
	if (errors.length > 0) return failed(errors);
	if (choice === "skip") return left({ sameAsRow: leader?.row ?? null });
	const { about } = importTargetRules[target];
	const mayCreate = about === "employer";
	const isFacts = isOfFacts(target);
	const planOf = about === "missionResult" ? planResults : about === "toolUse" ? planUses : planUpdate;
	// Of an extract, whom no employer answers to is kept aside, to be matched by hand.
	const without = (code: string) => (isFacts ? left({ errors: [{ field: null, code }] }) : failed([{ field: null, code }]));
	if (choice === "create" && mayCreate) return planCreation(question);

	const byNeq = candidates.find(({ reasons }) => reasons.includes("neq"));
	const sure = byNeq ? [byNeq] : candidates.filter(isSure).filter(({ employer }) => !differs(values.neq, employer.values.neq));
	const chosen = question.chosenEmployer === null ? undefined : candidates.find(({ employer }) => employer.id === question.chosenEmployer);
	if (leader && !chosen) {
		const verdict = planOf(question, leader.employer, leader.row);
		const isOther = verdict.changes.some(({ record, isNew, before }) => record !== "contact" && !isNew && before !== null && record === "employer");
		if (isOther && choice !== "update")
			return left({ errors: [{ field: null, code: "import-same-as-row", parameters: { row: leader.row } }], sameAsRow: leader.row });
		return verdict;
	}
	const one = chosen ?? (sure.length === 1 ? sure[0] : choice === "update" && candidates.length === 1 ? candidates[0] : undefined);
	if (one) return planOf(question, one.employer, one.touchedBy ?? null);
	if (sure.length > 1) return mayCreate ? left({ errors: [{ field: null, code: "import-several-employers" }] }) : without("import-several-employers");
	if (!mayCreate) return without(isFacts ? "import-employer-to-match" : "import-employer-not-found");
	if (choice === "update") return failed([{ field: null, code: candidates.length > 1 ? "import-several-employers" : "import-employer-not-found" }]);
	return candidates.length > 0 ? left() : planCreation(question);
}

const differs = (a: unknown, b: unknown) => a != null && b != null && a !== b;
