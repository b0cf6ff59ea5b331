import { fieldRoles, type Role } from "#contract/endpoint.ts";
import type { FieldChange, JournalEntity } from "#contract/journal.ts";

type Image = Record<string, unknown>;

const settings: readonly JournalEntity[] = ["stageSetting", "termSetting", "signalProtocol", "question"];
const peopleAndPlaces: readonly JournalEntity[] = ["person", "servicePoint"];

/** Who reads the history of what: the administrator that of people and places, and nothing of the employers (house law « Rights »). */
export const mayReadHistory = (role: Role, entity: JournalEntity): boolean =>
	role === "auditor" ||
	(settings.includes(entity) && role === "administrator") ||
	(peopleAndPlaces.includes(entity) ? role === "administrator" : fieldRoles.some((one) => one === role));

/** Bookkeeping of the house, and what is computed: nobody wrote it. */
const silent = new Set(["id", "version", "recordedAt", "regionCode", "openPosts", "position", "invitationKey", "isFirst"]);

/** A field of which a change is told. */
export const isFieldTold = (field: string): boolean => !silent.has(field);

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** The blocks of a report are told one by one: « the needs changed » says more than « the report changed ». */
const flat = (image: Image | null): Image =>
	Object.fromEntries(
		Object.entries(image ?? {}).flatMap(([field, value]) =>
			field === "report" && typeof value === "object" && value !== null
				? Object.entries(value).map(([block, content]) => [`report.${block}`, content])
				: [[field, value]],
		),
	);

/** What a person would call a field of the record, with its value. */
export const fieldsOf = (image: Image): Image => Object.fromEntries(Object.entries(image).filter(([field]) => !silent.has(field)));

export function changesBetween(before: Image | null, after: Image | null): FieldChange[] {
	const [from, to] = [flat(before), flat(after)];
	return [...new Set([...Object.keys(from), ...Object.keys(to)])]
		.filter((field) => !silent.has(field) && !same(from[field], to[field]))
		.map((field) => ({ field, before: from[field] ?? null, after: to[field] ?? null }));
}
