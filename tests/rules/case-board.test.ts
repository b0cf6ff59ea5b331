import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Board, SupportCaseRow } from "#contract/support-cases.ts";
import { afterMove, boardAfter, isSleeping } from "#features/support-cases/board-state.ts";

const today = "2026-11-24";
const stages = ["toContact", "needsAssessment", "recruitment", "closed"];
const day = { today, staleAfter: (stage: string) => (stage === "closed" ? null : 30) };
const row = (fields: Partial<SupportCaseRow> = {}): SupportCaseRow => ({
	id: "00000000-0000-4000-8000-000000000001",
	employerId: "00000000-0000-4000-8000-0000000000ff",
	employerName: "Érablière",
	mrcCode: "54",
	advisorId: null,
	stage: "needsAssessment",
	stageEnteredOn: "2026-09-01",
	openedOn: "2026-08-01",
	closedOn: null,
	pausedUntil: null,
	lastActivityOn: "2026-09-10",
	sleeping: true,
	posts: 5,
	openPosts: 4,
	occupationCode: "72106",
	occupationLabel: "Soudeurs",
	occupations: 1,
	version: 3,
	can: { update: true, move: true },
	...fields,
});
const boardOf = (rows: SupportCaseRow[], beyond = 0): Board => ({
	columns: stages.map((stage) => {
		const items = rows.filter((item) => item.stage === stage);
		return {
			stage,
			total: items.length + beyond,
			openPosts: items.reduce((sum, item) => sum + item.openPosts, beyond * 2),
			sleeping: items.filter(({ sleeping }) => sleeping).length,
			items,
		};
	}),
});
const move =
	(toStage: string, movedOn = today) =>
	(item: SupportCaseRow) =>
		afterMove(item, { toStage, movedOn }, day);
const figures = ({ columns }: Board) => columns.map(({ stage, total, openPosts, sleeping }) => [stage, total, openPosts, sleeping]);

describe("un dossier déplacé", () => {
	test("passe avec ses postes d’une colonne à l’autre, et ne dort plus", () => {
		const board = boardAfter(boardOf([row()], 40), row().id, move("recruitment"));
		expect(figures(board)).toEqual([
			["toContact", 40, 80, 0],
			["needsAssessment", 40, 80, 0],
			["recruitment", 41, 84, 0],
			["closed", 40, 80, 0],
		]);
		expect(board.columns[2]?.items[0]).toMatchObject({ stage: "recruitment", stageEnteredOn: today, lastActivityOn: today, sleeping: false, version: 4 });
	});

	test("prend la place que l’API lui donnera : la dernière entrée d’abord, puis l’identifiant", () => {
		const others = [
			row({ id: "00000000-0000-4000-8000-000000000009", stage: "recruitment", stageEnteredOn: today }),
			row({ id: "00000000-0000-4000-8000-000000000000", stage: "recruitment", stageEnteredOn: today }),
			row({ id: "00000000-0000-4000-8000-000000000005", stage: "recruitment", stageEnteredOn: "2026-11-01" }),
		];
		const board = boardAfter(boardOf([row(), ...others]), row().id, move("recruitment"));
		expect(board.columns[2]?.items.map(({ id }) => id.at(-1))).toEqual(["9", "1", "0", "5"]);
	});

	test("fermé, n’est plus en pause et ne se déplace plus", () => {
		const closed = afterMove(row({ pausedUntil: "2027-01-10" }), { toStage: "closed", movedOn: "2026-11-20" }, day);
		expect(closed).toMatchObject({ closedOn: "2026-11-20", pausedUntil: null, sleeping: false, can: { move: false, update: false } });
	});

	test("qui n’est pas sur ce tableau le laisse tel quel", () => {
		const board = boardOf([row()]);
		expect(boardAfter(board, "00000000-0000-4000-8000-0000000000aa", move("recruitment"))).toBe(board);
	});
});

test.each([
	["sans trace depuis trop longtemps", {}, true],
	["le dernier jour permis", { lastActivityOn: "2026-10-25" }, false],
	["le lendemain", { lastActivityOn: "2026-10-24" }, true],
	["en pause", { pausedUntil: "2026-12-24" }, false],
	["le jour du réveil", { pausedUntil: today }, false],
	["après le réveil", { pausedUntil: "2026-11-23" }, true],
	["fermé", { stage: "closed", closedOn: "2026-10-01" }, false],
])("Dort ou non : %s", (_, fields, expected) => {
	expect(isSleeping(row(fields), day)).toBe(expected);
});

test("Aucun dossier ne se perd et aucun poste non plus, quels que soient les déplacements", () => {
	const some = fc.array(fc.record({ stage: fc.constantFrom(...stages), openPosts: fc.nat(20), sleeping: fc.boolean() }), { minLength: 1, maxLength: 12 });
	const moves = fc.array(fc.tuple(fc.nat(11), fc.constantFrom(...stages)), { maxLength: 10 });
	fc.assert(
		fc.property(some, moves, (cases, asked) => {
			const rows = cases.map((fields, index) => row({ ...fields, id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}` }));
			const before = boardOf(rows);
			const after = asked.reduce((board, [index, stage]) => boardAfter(board, rows[index % rows.length]?.id ?? "", move(stage)), before);
			const sum = ({ columns }: Board, of: "total" | "openPosts") => columns.reduce((total, column) => total + column[of], 0);
			expect(sum(after, "total")).toBe(rows.length);
			expect(sum(after, "openPosts")).toBe(sum(before, "openPosts"));
			for (const column of after.columns) {
				expect(column.total).toBe(column.items.length);
				expect(column.openPosts).toBe(column.items.reduce((total, item) => total + item.openPosts, 0));
				expect(column.sleeping).toBe(column.items.filter(({ sleeping }) => sleeping).length);
				expect(column.items.every(({ stage }) => stage === column.stage)).toBe(true);
			}
		}),
	);
});
