import fc from "fast-check";
import papa from "papaparse";
import { describe, expect, it } from "vitest";
import { asTyped, cellText, dialectOf, neutralised, type SavedValue } from "#contract/csv.ts";

describe("une cellule exportée", () => {
	it.each([
		["=1+1", "'=1+1"],
		["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
		["-2+3", "'-2+3"],
		["@SUM(A1)", "'@SUM(A1)"],
		["\t=1", "'\t=1"],
		["\r=1", "\r'=1"],
		["  =HYPERLINK(1)", "'  =HYPERLINK(1)"],
		['"=1"', '\'"=1"'],
		["'=1", "''=1"],
		["« =1 »", "'« =1 »"],
		["\u00A0=1", "'\u00A0=1"],
		["\uFEFF=1", "'\uFEFF=1"],
		["＝1+1", "'＝1+1"],
		["＋1", "'＋1"],
		["－1＋2", "'－1＋2"],
		["＠SUM", "'＠SUM"],
		["−2+3", "'−2+3"],
		["Rappeler\n=1+1", "Rappeler\n'=1+1"],
		["Rappeler\r\n  @x\r\nfin", "Rappeler\r\n'  @x\r\nfin"],
		["- appeler\n- écrire", "'- appeler\n'- écrire"],
		// What no spreadsheet would compute stays as it was typed.
		["-5", "-5"],
		["+12,5", "+12,5"],
		["450 555-0123", "450 555-0123"],
		["1177665544", "1177665544"],
		["2026-11-26", "2026-11-26"],
		["Béton & fils = inc.", "Béton & fils = inc."],
		["", ""],
	])("de « %j » est « %j »", (typed, expected) => {
		expect(neutralised(typed)).toBe(expected);
	});

	it("une fois relue, est ce qui avait été tapé", () => {
		const typed = fc.string({ unit: fc.constantFrom(..."ab5 =+-@\t\r\n\"'«,é＝") });
		fc.assert(
			fc.property(typed, (text) => {
				expect(asTyped(neutralised(text))).toBe(text);
			}),
			{ numRuns: 500, seed: 26 },
		);
	});

	it("garde un nombre tel quel, avec la virgule en français et le point en anglais", () => {
		expect(cellText(-16.5, dialectOf("fr"))).toBe("-16,5");
		expect(cellText(-16.5, dialectOf("en"))).toBe("-16.5");
		expect(cellText(12000, dialectOf("fr"))).toBe("12000");
		expect(cellText(null, dialectOf("fr"))).toBe("");
	});

	it.each(["fr", "en"] as const)("se relit comme elle a été écrite, quoi qu’elle contienne (%s)", (language) => {
		const dialect = dialectOf(language);
		const value: fc.Arbitrary<SavedValue> = fc.oneof(
			fc.string({ unit: fc.constantFrom(..."ab =+-@\t\r\n\"';,éŒ＝0") }),
			fc.integer().map(Number),
			fc.constant(null),
		);
		fc.assert(
			fc.property(fc.array(fc.array(value, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
				const cells = rows.map((row) => row.map((one) => cellText(one, dialect)));
				const text = papa.unparse(cells, { delimiter: dialect.separator, newline: "\r\n" });
				expect(papa.parse<string[]>(text, { delimiter: dialect.separator, newline: "\r\n" }).data).toEqual(cells);
				// No line of any text begins as a formula.
				for (const line of rows.flatMap((row, at) =>
					row.flatMap((one, column) => (typeof one === "string" ? (cells[at]?.[column] ?? "").split(/\r\n|\r|\n/) : [])),
				))
					expect(line).not.toMatch(/^[\s"«]*[=+\-@＝](?!\d+([.,]\d+)?$)/u);
			}),
			{ numRuns: 150, seed: 26 },
		);
	});
});
