import type { Condition, FieldSet, Filter } from "#contract/filter.ts";

type Record_ = Record<string, unknown>;
type Facts = Record<string, unknown>;

/** What a list's fields say of a record, where they are not its own properties. */
function factsOf(record: Record_, today: string): Facts {
	const employers = (record.employers ?? []) as { employerId: string; mrcCode: string | null }[];
	const advisers = (record.advisers ?? []) as { personId: string }[];
	return {
		...record,
		...(record.employers ? { employerId: employers.map(({ employerId }) => employerId), mrcCode: employers.map(({ mrcCode }) => mrcCode) } : {}),
		...(record.advisers ? { adviserId: advisers.map(({ personId }) => personId) } : {}),
		...(record.ownerId ? { ownerId: [record.ownerId, ...((record.coOwnerIds as string[] | undefined) ?? [])] } : {}),
		...("doneOn" in record ? { done: record.doneOn != null, late: record.doneOn == null && String(record.dueOn) < today } : {}),
	};
}

const tests: Record<Condition["comparison"], (value: unknown, wanted: readonly string[]) => boolean> = {
	"==": (value, [wanted]) => String(value) === wanted,
	"!=": (value, [wanted]) => String(value) !== wanted,
	"=in=": (value, wanted) => wanted.includes(String(value)),
	"=out=": (value, wanted) => !wanted.includes(String(value)),
	"=gt=": (value, [wanted = ""]) => value != null && String(value) > wanted,
	"=ge=": (value, [wanted = ""]) => value != null && String(value) >= wanted,
	"=lt=": (value, [wanted = ""]) => value != null && String(value) < wanted,
	"=le=": (value, [wanted = ""]) => value != null && String(value) <= wanted,
	"=null=": (value, [wanted]) => (value == null) === (wanted === "true"),
};
/** Of several values, one is enough; for « is not », none may be. */
const isNegative = (comparison: Condition["comparison"]) => comparison === "!=" || comparison === "=out=";

/** Whether a record kept on the device is one that a filter asks for; null when the device cannot tell. Numbers are not compared here: no list that waits has any. */
export function matches(filter: Filter, record: Record_, fields: FieldSet, today: string): boolean | null {
	const facts = factsOf(record, today);
	const one = (part: Filter): boolean | null => {
		if ("all" in part) return combine(part.all.map(one), false);
		if ("any" in part) return combine(part.any.map(one), true);
		if (!(part.field in facts) || fields[part.field]?.type === "number") return null;
		const found = facts[part.field];
		const values = Array.isArray(found) ? (found as unknown[]) : [found];
		const test = (value: unknown) => tests[part.comparison](value, part.values);
		return isNegative(part.comparison) ? values.every(test) : values.some(test);
	};
	return one(filter);
}

/** `decisive` settles it, whatever else is not known. */
const combine = (results: (boolean | null)[], decisive: boolean): boolean | null =>
	results.includes(decisive) ? decisive : results.includes(null) ? null : !decisive;
