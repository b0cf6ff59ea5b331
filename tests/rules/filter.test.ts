import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Condition, type FieldSet, type Filter, FilterError, parseFilter, printFilter } from "#contract/filter.ts";

const fields: FieldSet = { name: { type: "text" }, stage: { type: "code" }, posts: { type: "number" }, dueOn: { type: "date" }, open: { type: "boolean" } };

const condition: fc.Arbitrary<Condition> = fc.oneof(
	fc.record({
		field: fc.constant("name"),
		comparison: fc.constantFrom("==" as const, "!=" as const),
		values: fc.array(
			fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !text.includes("\0") && text.trim() !== ""),
			{ minLength: 1, maxLength: 1 },
		),
	}),
	fc.record({
		field: fc.constant("stage"),
		comparison: fc.constantFrom("=in=" as const, "=out=" as const),
		values: fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 4 }),
	}),
	fc.record({
		field: fc.constant("posts"),
		comparison: fc.constantFrom("=gt=" as const, "=le=" as const),
		values: fc.integer({ min: -999, max: 999 }).map((value) => [String(value)]),
	}),
	fc.record({ field: fc.constant("dueOn"), comparison: fc.constant("=null=" as const), values: fc.boolean().map((value) => [String(value)]) }),
);
// Alternating groups, as a person builds them: « et » of « ou » of conditions.
const anyGroup: fc.Arbitrary<Filter> = fc.oneof(
	condition,
	fc.array(condition, { minLength: 2, maxLength: 4 }).map((any) => ({ any })),
);
const filter: fc.Arbitrary<Filter> = fc.oneof(
	condition,
	anyGroup,
	fc.array(anyGroup, { minLength: 2, maxLength: 4 }).map((all) => ({ all })),
);

describe("le filtre d’une liste", () => {
	it("se relit tel qu’il a été écrit, quel qu’il soit", () => {
		fc.assert(
			fc.property(filter, (tree) => {
				expect(parseFilter(printFilter(tree), fields)).toEqual(tree);
			}),
		);
	});

	it("garde les noms qui contiennent virgules, guillemets, parenthèses et points-virgules", () => {
		const tree: Filter = { field: "name", comparison: "==", values: ['Côté, (fils); "et" \\ filles'] };
		expect(parseFilter(printFilter(tree), fields)).toEqual(tree);
	});

	it.each([
		["", "filter-syntax"],
		["stage", "filter-syntax"],
		["stage==", "filter-syntax"],
		["stage==a;", "filter-syntax"],
		["(stage==a", "filter-syntax"],
		["stage==a)", "filter-syntax"],
		["stage=in=()", "filter-syntax"],
		["motDePasse==a", "filter-field"],
		["constructor==a", "filter-field"],
		["open=gt=true", "filter-comparison"],
		["stage=like=a", "filter-comparison"],
		["posts==douze", "filter-value"],
		["dueOn=ge=2021-13-01", "filter-value"],
		["open==oui", "filter-value"],
		["stage==a'b", "filter-value"],
		[`${"(".repeat(9)}stage==a${")".repeat(9)}`, "filter-syntax"],
		[Array.from({ length: 61 }, () => "stage==a").join(";"), "filter-syntax"],
	])("refuse « %s » en disant pourquoi (%s)", (text, code) => {
		expect(() => parseFilter(text, fields)).toThrow(FilterError);
		try {
			parseFilter(text, fields);
		} catch (error) {
			expect((error as FilterError).code).toBe(code);
		}
	});

	it("ne tombe jamais autrement que par un refus, quoi qu’on lui donne", () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 60 }), (text) => {
				try {
					parseFilter(text, fields);
				} catch (error) {
					expect(error).toBeInstanceOf(FilterError);
				}
			}),
		);
	});
});
