import type { VisitReport } from "#contract/visit-report.ts";
import type { Context } from "../caller.ts";
import { findFaultsOfPeople, requireTerms } from "../presenting.ts";
import { type FieldProblem, Refusal } from "../refusal.ts";
import { lineLists } from "../rules/visit-lines.ts";

export type Named = {
	/** What was offered on the day of the visit may be named, even retired since. */
	occurredOn?: string | undefined;
	mode?: string | undefined;
	solutions?: string[] | undefined;
	noFollowUpReason?: string | null | undefined;
	report?: VisitReport | undefined;
};

type Term = { path: string; vocabulary: string; code: string };

function termsOf({ mode, solutions, noFollowUpReason, report }: Named): Term[] {
	const asked = [
		{ path: "mode", vocabulary: "visitMode", code: mode },
		...(solutions ?? []).map((code, index) => ({ path: `solutions.${index}`, vocabulary: "solution", code })),
		{ path: "noFollowUpReason", vocabulary: "noFollowUpReason", code: noFollowUpReason },
		{ path: "report.origin", vocabulary: "contactOrigin", code: report?.origin },
		...(report?.signals ?? []).map(({ code }, index) => ({ path: `report.signals.${index}.code`, vocabulary: "signal", code })),
		...(report?.needs ?? []).map(({ housing }, index) => ({ path: `report.needs.${index}.housing`, vocabulary: "needHousing", code: housing })),
		...(report?.needs ?? []).map(({ permanence }, index) => ({ path: `report.needs.${index}.permanence`, vocabulary: "permanence", code: permanence })),
		...(report?.nextSteps ?? []).map(({ kind }, index) => ({ path: `report.nextSteps.${index}.kind`, vocabulary: "followUpKind", code: kind })),
	];
	return asked.filter((term): term is Term => Boolean(term.code));
}

type Reference = { path: string; value: string };
const named = (items: { path: string; value: string | null | undefined }[]) => items.filter((item): item is Reference => Boolean(item.value));
const occupationsOf = ({ report }: Named) =>
	named((report?.needs ?? []).map(({ occupationCode }, index) => ({ path: `report.needs.${index}.occupationCode`, value: occupationCode })));
const ownersOf = ({ report }: Named) =>
	named((report?.nextSteps ?? []).map(({ ownerId }, index) => ({ path: `report.nextSteps.${index}.ownerId`, value: ownerId })));
const contactsOf = ({ report }: Named) => named((report?.contactIds ?? []).map((value, index) => ({ path: `report.contactIds.${index}`, value })));
const sectorOf = ({ report }: Named) => named([{ path: "report.profile.sectorCode", value: report?.profile?.sectorCode }]);

/** A contact met belongs to an employer of the visit; so does whatever a line names. Judged of the whole report: an employer taken out of the visit takes them along. */
async function strangers({ db }: Context, { report }: Named, employerIds: string[]): Promise<FieldProblem[]> {
	const lines = (["needs", "nextSteps", "toolUses", "signals", "referrals"] as const).flatMap((list) =>
		(report?.[list] ?? []).flatMap(({ employerId }, index) =>
			employerId && !employerIds.includes(employerId) ? [{ path: `report.${list}.${index}.employerId`, code: "employer-not-visited" }] : [],
		),
	);
	const met = report?.contactIds ?? [];
	if (met.length === 0) return lines;
	const found = await db.selectFrom("contact").select(["id", "employer_id"]).where("id", "in", met).execute();
	return [
		...lines,
		...met.flatMap((id, index) => {
			const contact = found.find((one) => one.id === id);
			return contact && !employerIds.includes(contact.employer_id) ? [{ path: `report.contactIds.${index}`, code: "contact-of-employer" }] : [];
		}),
	];
}

/** Two lines under one id would be one record. */
const repeatedIds = ({ report }: Named): FieldProblem[] =>
	lineLists.flatMap((list) => {
		const ids = (report?.[list] ?? []).map(({ id }) => id);
		return ids.flatMap((id, index) => (ids.indexOf(id) === index ? [] : [{ path: `report.${list}.${index}.id`, code: "id-taken" }]));
	});

/** What an old report names may since have ended: only what is newly named is checked. */
const newly = (wanted: Reference[], known: Reference[]) => wanted.filter(({ value }) => !known.some((item) => item.value === value));

async function unknownAmong(wanted: Reference[], known: Reference[], find: (values: string[]) => Promise<string[]>): Promise<FieldProblem[]> {
	const fresh = newly(wanted, known);
	if (fresh.length === 0) return [];
	const found = await find([...new Set(fresh.map(({ value }) => value))]);
	return fresh.filter(({ value }) => !found.includes(value)).map(({ path }) => ({ path, code: "unknown-reference" }));
}

/** Every code and person named by what is sent exists today; each that does not is refused beside its field. */
export async function requireNamed(context: Context, sent: Named, before: Named, employerIds: string[]): Promise<void> {
	const { db } = context;
	const known = termsOf(before);
	await requireTerms(
		{ ...context, on: sent.occurredOn ?? before.occurredOn },
		termsOf(sent).filter((term) => !known.some(({ vocabulary, code }) => vocabulary === term.vocabulary && code === term.code)),
	);
	const problems = [
		...repeatedIds(sent),
		...(await unknownAmong(occupationsOf(sent), occupationsOf(before), async (codes) =>
			(await db.selectFrom("occupation").select("code").where("code", "in", codes).execute()).map(({ code }) => code),
		)),
		...(await findFaultsOfPeople(context, newly(ownersOf(sent), ownersOf(before)))),
		...(await unknownAmong(contactsOf(sent), contactsOf(before), async (ids) =>
			(await db.selectFrom("contact").select("id").where("id", "in", ids).execute()).map(({ id }) => id),
		)),
		...(await strangers(context, sent, employerIds)),
		...(await unknownAmong(sectorOf(sent), sectorOf(before), async (codes) =>
			(await db.selectFrom("sector").select("code").where("code", "in", codes).execute()).map(({ code }) => code),
		)),
	];
	if (problems.length > 0) throw new Refusal("invalid-input", { fields: problems });
}
