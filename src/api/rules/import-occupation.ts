import { fold } from "#contract/fold.ts";
import type { ImportOutcome } from "#contract/import-rows.ts";
import type { Change, RowError } from "./import-row.ts";
import type { ImportValues } from "./import-values.ts";

const languages = ["fr", "en"] as const;
type Language = (typeof languages)[number];
const titleField = { fr: "occupationTitleFr", en: "occupationTitleEn" } as const;
const exampleField = { fr: "occupationExampleFr", en: "occupationExampleEn" } as const;

/** A group as it stands, or as the rows above will leave it; `examples`, of those that this chunk names, the ones that are there, and the row that says each. */
export type KnownOccupation = { labels: Record<Language, string>; examples: Map<string, number | null> };
export type OccupationExample = { language: Language; title: string };
/** What is to be written: the group when it is new, its titles when they are worded otherwise (and as they were), an everyday title. */
export type OccupationPlan = {
	code: string;
	isNew: boolean;
	labels: Partial<Record<Language, string>>;
	before: Partial<Record<Language, string>>;
	examples: OccupationExample[];
};
export type OccupationVerdict = { outcome: ImportOutcome; errors: RowError[]; changes: Change[]; plan: OccupationPlan | null; sameAsRow: number | null };

export const exampleKey = ({ language, title }: OccupationExample): string => `${language}|${title}`;

/**
 * The code of the unit group that a row is about (CNP 2021: five digits, the second one is the FEER), null for the levels above, which have fewer;
 * a spreadsheet that took it for a number has lost its zeros.
 */
export function unitGroupOf({ occupationCode, occupationLevel }: ImportValues): { code: string | null } | { error: string } {
	const written = String(occupationCode ?? "").trim();
	const isUnit = occupationLevel === undefined ? null : /^5([.,]0+)?$|groupe de base|unit group/i.test(String(occupationLevel));
	if (isUnit === false || (isUnit === null && /^[0-9]{1,4}$/.test(written))) return { code: null };
	const code = /^[0-9]{1,5}$/.test(written) ? written.padStart(5, "0") : written;
	return /^[0-9][0-5][0-9]{3}$/.test(code) ? { code } : { error: "import-occupation-code" };
}

const isExample = (element: unknown) =>
	element === undefined || /^(exemple|tous exemples|all examples|illustrative example|example)/.test(fold(String(element)));

/** The everyday titles that a row says; its other elements (duties, exclusions) are of no use here. */
export const examplesOf = (values: ImportValues): OccupationExample[] =>
	isExample(values.occupationElement)
		? languages.flatMap((language) => {
				const title = values[exampleField[language]];
				return title === undefined ? [] : [{ language, title: String(title) }];
			})
		: [];

const left = (more: Partial<OccupationVerdict> = {}): OccupationVerdict => ({ outcome: "skip", errors: [], changes: [], plan: null, sameAsRow: null, ...more });
const failed = (errors: RowError[]): OccupationVerdict => left({ outcome: "error", errors });

/** What a row of the CNP does: adds a group or an everyday title, words a group otherwise, finds nothing to change; a level above, or an element of another kind, is left aside. */
export function planOccupation(
	values: ImportValues,
	errors: RowError[],
	{ known, isSkipped }: { known: KnownOccupation | null; isSkipped: boolean },
): OccupationVerdict {
	if (errors.length > 0) return failed(errors);
	if (isSkipped) return left();
	const group = unitGroupOf(values);
	if ("error" in group) return failed([{ field: "occupationCode", code: group.error }]);
	const { code } = group;
	if (code === null) return left();
	const examples = examplesOf(values);
	const long = examples.find(({ title }) => title.length > 200);
	if (long) return failed([{ field: exampleField[long.language], code: "import-occupation-example-long" }]);

	const said = languages.filter((language) => values[titleField[language]] !== undefined);
	if (!known && said.length === 0) return failed([{ field: "occupationCode", code: "import-occupation-title-missing" }]);
	const plan: OccupationPlan = { code, isNew: !known, labels: {}, before: {}, examples: [] };
	const changes: Change[] = [];
	for (const language of said) {
		const after = String(values[titleField[language]]);
		const before = known?.labels[language] ?? null;
		if (before === after) continue;
		plan.labels[language] = after;
		if (before !== null) plan.before[language] = before;
		changes.push({ record: "occupation", field: titleField[language], isNew: known === null, before, after });
	}
	for (const example of examples) {
		if (known?.examples.has(exampleKey(example))) continue;
		plan.examples.push(example);
		changes.push({ record: "occupation", field: exampleField[example.language], isNew: true, before: null, after: example.title });
	}
	if (changes.length === 0) {
		// A row that says nothing of a known group but a duty or an exclusion.
		if (said.length === 0 && examples.length === 0) return left();
		const above = examples.map((example) => known?.examples.get(exampleKey(example)) ?? null).find((row) => row !== null);
		return left({ outcome: "same", sameAsRow: above ?? null });
	}
	const isOnlyReworded = known !== null && plan.examples.length === 0;
	return { outcome: isOnlyReworded ? "update" : "create", errors: [], changes, plan, sameAsRow: null };
}

/** The group after a row: what the next ones find. */
export function afterPlan(known: KnownOccupation | null, plan: OccupationPlan, row: number): KnownOccupation {
	const any = plan.labels.fr ?? plan.labels.en ?? "";
	const before = known ?? { labels: { fr: any, en: any }, examples: new Map<string, number | null>() };
	return {
		labels: { ...before.labels, ...plan.labels },
		examples: new Map([...before.examples, ...plan.examples.map((example) => [exampleKey(example), row] as const)]),
	};
}
