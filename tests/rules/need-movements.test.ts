import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultOf, isOverdrawn, type Moved, stateOn, takeableOn } from "#api/rules/need-movements.ts";

let made = 0;
const move = (kind: Moved["kind"], quantity: number, occurredOn: string, channel: string | null = null): Moved => ({
	id: String(++made),
	kind,
	quantity,
	occurredOn,
	channel,
});
const today = "2026-11-24";

describe("douze ouvertures, cinq comblées par une mission et deux localement", () => {
	const twelve = [
		move("opened", 12, "2026-09-01"),
		move("filled", 3, "2026-10-05", "journeesQuebec"),
		move("filled", 2, "2026-10-12", "local"),
		move("filled", 2, "2026-10-20", "journeesQuebec"),
	];

	it.each([
		["2026-08-31", { opened: 0, filled: 0, cancelled: 0, open: 0, filledByChannel: [] }],
		["2026-09-01", { opened: 12, filled: 0, cancelled: 0, open: 12, filledByChannel: [] }],
		["2026-10-05", { opened: 12, filled: 3, cancelled: 0, open: 9, filledByChannel: [{ channel: "journeesQuebec", quantity: 3 }] }],
		[
			today,
			{
				opened: 12,
				filled: 7,
				cancelled: 0,
				open: 5,
				filledByChannel: [
					{ channel: "journeesQuebec", quantity: 5 },
					{ channel: "local", quantity: 2 },
				],
			},
		],
	])("au %s", (day, state) => {
		expect(stateOn(twelve, day)).toEqual(state);
	});

	it("n’a plus rien d’ouvert depuis qu’il est fermé, et garde ce qui a été comblé", () => {
		expect(stateOn(twelve, "2026-11-01", "2026-11-01")).toMatchObject({ filled: 7, open: 0 });
		expect(stateOn(twelve, "2026-10-31", "2026-11-01")).toMatchObject({ filled: 7, open: 5 });
	});
});

describe("on ne comble ni n’annule plus que ce qui est ouvert ce jour-là", () => {
	const opening = move("opened", 6, "2026-09-01");
	const more = move("opened", 4, "2026-10-15");
	const taken = move("filled", 5, "2026-10-20", "local");
	it.each([
		["8 de 6 ouvertures", move("filled", 8, "2026-09-10", "local"), [opening], { field: "quantity", code: "posts-open", parameters: { asked: 8, open: 6 } }],
		["les 6 qui sont ouverts", move("filled", 6, "2026-09-10", "local"), [opening], null],
		["7 annulés de 6", move("cancelled", 7, today), [opening], { field: "quantity", code: "posts-open", parameters: { asked: 7, open: 6 } }],
		["avant l’ouverture", move("filled", 2, "2026-08-15", "local"), [opening], { field: "occurredOn", code: "no-post-open-then" }],
		["demain", move("filled", 1, "2026-11-25", "local"), [opening], { field: "occurredOn", code: "date-in-future" }],
		// On October 1st six are open, and five of them are taken on the 20th, of the ten of that day.
		[
			"avant ce qui a été comblé depuis",
			move("filled", 6, "2026-10-01", "local"),
			[opening, more, taken],
			{ field: "quantity", code: "posts-open", parameters: { asked: 6, open: 5 } },
		],
		["autant qu’il en reste depuis", move("filled", 5, "2026-10-01", "local"), [opening, more, taken], null],
		[
			"une ouverture de moins que ce qui est comblé",
			move("opened", 3, "2026-09-01"),
			[taken],
			{ field: "quantity", code: "posts-taken", parameters: { least: 5 } },
		],
		["une ouverture juste suffisante", move("opened", 5, "2026-09-01"), [taken], null],
		["une ouverture trop tard", move("opened", 6, "2026-10-25"), [taken], { field: "occurredOn", code: "no-post-open-then" }],
	] as const)("%s", (_what, movement, others, fault) => {
		expect(faultOf(movement, others, null, today)).toEqual(fault);
	});

	it("rien n’est daté d’après la fermeture du besoin", () => {
		expect(faultOf(move("filled", 1, "2026-11-02", "local"), [opening], "2026-11-01", today)).toEqual({ field: "occurredOn", code: "after-closing" });
		expect(faultOf(move("filled", 1, "2026-11-01", "local"), [opening], "2026-11-01", today)).toBeNull();
	});
});

const days = fc.integer({ min: 0, max: 40 }).map((n) => new Date(Date.UTC(2026, 9, 1) + n * 86_400_000).toISOString().slice(0, 10));
const anyMove = fc
	.record({ kind: fc.constantFrom("opened" as const, "filled" as const, "cancelled" as const), quantity: fc.integer({ min: 1, max: 12 }), occurredOn: days })
	.map(({ kind, quantity, occurredOn }) => move(kind, quantity, occurredOn, kind === "filled" ? "local" : null));
/** As the API builds them: one after the other, each when it can stand. */
const history = fc.array(anyMove, { maxLength: 14 }).map((tried) => {
	const kept: Moved[] = [];
	for (const one of tried) if (!faultOf(one, kept, null, today)) kept.push(one);
	return kept;
});

describe("toute suite de mouvements acceptés", () => {
	it("n’est jamais à découvert, aucun jour", () => {
		fc.assert(
			fc.property(history, days, (movements, day) => {
				expect(isOverdrawn(movements)).toBe(false);
				const { opened, filled, cancelled, open } = stateOn(movements, day);
				expect(open).toBe(opened - filled - cancelled);
				expect(open).toBeGreaterThanOrEqual(0);
			}),
		);
	});

	it("a le même état quel que soit l’ordre où elle est lue, et ses voies font ce qui est comblé", () => {
		fc.assert(
			fc.property(history, days, (movements, day) => {
				const state = stateOn(movements, day);
				expect(stateOn([...movements].reverse(), day)).toEqual(state);
				expect(state.filledByChannel.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(state.filled);
			}),
		);
	});

	it("prend ce qui peut l’être un jour, et pas un poste de plus", () => {
		fc.assert(
			fc.property(history, days, (movements, day) => {
				const most = takeableOn(movements, day);
				if (most > 0) expect(faultOf(move("cancelled", most, day), movements, null, today)).toBeNull();
				expect(faultOf(move("cancelled", most + 1, day), movements, null, today)).not.toBeNull();
			}),
		);
	});

	it("se défait dans n’importe quel ordre qui ne retire pas une ouverture entamée", () => {
		fc.assert(
			fc.property(history, (movements) => {
				for (const one of movements.filter(({ kind }) => kind !== "opened")) expect(isOverdrawn(movements.filter(({ id }) => id !== one.id))).toBe(false);
			}),
		);
	});
});
