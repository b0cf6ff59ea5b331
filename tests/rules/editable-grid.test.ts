import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, nextPlace, parseBlock, placeBlock, readCount } from "#ui/grid/editable-cells.ts";

describe("une case qui compte", () => {
	it.each([
		["12", 12],
		[" 1 234 ", 1234],
		["1\u00A0234", 1234],
		["3,0", 3],
		["", null],
	])("lit « %s »", (typed, value) => expect(readCount(typed)).toEqual({ value }));
	it.each([
		["26 %", "percent"],
		["26,4%", "percent"],
		["-3", "negative"],
		["\u22123", "negative"],
		["2,5", "whole"],
		["douze", "number"],
		["12 personnes", "number"],
		["123456789", "number"],
	])("refuse « %s »", (typed, fault) => expect(readCount(typed)).toEqual({ fault }));
});

describe("un bloc collé d’un tableur", () => {
	it("se lit ligne par ligne, case par case, guillemets compris", () => {
		expect(parseBlock('12\t3\r\n\t5\r\n"a\tb"\t"x ""y"""\r\n')).toEqual([
			["12", "3"],
			["", "5"],
			["a\tb", 'x "y"'],
		]);
	});
	it("revient tel qu’il est parti, quel que soit le tableau", () => {
		const cell = fc.string({ maxLength: 6 }).map((text) => text.replace(/[\r"]/g, "").trim());
		fc.assert(
			fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (table) => {
				const written = table.map((line) => line.map((one) => (/[\t\n]/.test(one) ? `"${one}"` : one)).join("\t")).join("\n");
				expect(parseBlock(`${written}\n`)).toEqual(table);
			}),
		);
	});
	it("se pose à partir de la case, saute ce qui ne s’écrit pas, et dit ce qui n’a pas trouvé de place", () => {
		const rows = [{ id: "a" }, { id: "b", isReadOnly: true }, { id: "c" }];
		const columns = [{ id: "x" }, { id: "y" }];
		const placed = placeBlock(
			[
				["1", "2"],
				["3", "4"],
				["5", ""],
				["6", ""],
			],
			{ row: 0, column: 1 },
			rows,
			columns,
		);
		expect(placed).toEqual({
			changes: [
				{ row: "a", column: "y", value: "1" },
				{ row: "c", column: "y", value: "5" },
			],
			left: 4,
		});
	});
});

it("les touches mènent à la case voisine et ne sortent pas de la grille, sauf Tab aux deux bouts", () => {
	const size = { rows: 3, columns: 2 };
	expect(nextPlace("ArrowUp", false, { row: 0, column: 1 }, size)).toEqual({ row: 0, column: 1 });
	expect(nextPlace("Enter", false, { row: 0, column: 1 }, size)).toEqual({ row: 1, column: 1 });
	expect(nextPlace("Enter", true, { row: 1, column: 1 }, size)).toEqual({ row: 0, column: 1 });
	expect(nextPlace("Tab", false, { row: 0, column: 1 }, size)).toEqual({ row: 1, column: 0 });
	expect(nextPlace("Tab", true, { row: 1, column: 0 }, size)).toEqual({ row: 0, column: 1 });
	expect(nextPlace("Tab", false, { row: 2, column: 1 }, size)).toBeNull();
	expect(nextPlace("Tab", true, { row: 0, column: 0 }, size)).toBeNull();
	expect(nextPlace("a", false, { row: 0, column: 0 }, size)).toBeNull();
});

it("une ligne que personne ne touche garde son objet, et n’est pas redessinée", () => {
	const before = applyEdits({}, [
		{ row: "a", column: "x", value: "1" },
		{ row: "b", column: "x", value: "2" },
	]);
	const after = applyEdits(before, [{ row: "b", column: "y", value: "3" }]);
	expect(after.a).toBe(before.a);
	expect(after.b).toEqual({ x: "2", y: "3" });
});
