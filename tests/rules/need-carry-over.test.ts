import type { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPrepared } from "../../mocks/node.ts";

let database: PGlite;
beforeAll(async () => {
	database = await openPrepared();
	await database.exec("select set_config('app.bulk', 'on', false)");
}, 60_000);
afterAll(() => database.close());

/** A need as it stood before movements were kept: sums, and nothing that says how they came. */
async function bareNeed(sums: string, closedOn: string | null, recordedAt: string): Promise<Record<string, unknown>[]> {
	const { rows } = await database.query<{ id: string }>(
		`insert into labour_need (id, region_code, employer_id, occupation_code, posts, posts_filled, posts_cancelled, recorded_on, closed_on, recorded_at)
			select gen_random_uuid(), region_code, id, '72106', ${sums}, '2024-03-01', $1, $2 from employer limit 1 returning id`,
		[closedOn, recordedAt],
	);
	await database.query("select open_loaded_needs()");
	await database.query("select open_loaded_needs()");
	const found = await database.query<Record<string, unknown>>(
		"select kind, quantity, occurred_on::text as day, channel, is_first, recorded_by from need_movement where labour_need_id = $1 order by kind desc",
		[rows[0]?.id],
	);
	return found.rows;
}
const house = { recorded_by: null };

describe("un besoin d’avant les mouvements", () => {
	it("s’ouvre à sa date ; ce qui était comblé l’est par une voie non précisée, le jour où il a été fermé", async () => {
		expect(await bareNeed("12, 5, 3", "2024-06-20", "2024-08-01T15:00:00Z")).toEqual([
			{ ...house, kind: "opened", quantity: 12, day: "2024-03-01", channel: null, is_first: true },
			{ ...house, kind: "filled", quantity: 5, day: "2024-06-20", channel: "unspecified", is_first: false },
			{ ...house, kind: "cancelled", quantity: 3, day: "2024-06-20", channel: null, is_first: false },
		]);
	});

	it("ou, s’il est encore ouvert, le jour de Québec où il a été écrit pour la dernière fois", async () => {
		// Eleven at night in Québec is the next day in Greenwich.
		expect(await bareNeed("4, 1, 0", null, "2024-05-02T03:00:00Z")).toMatchObject([
			{ kind: "opened", quantity: 4 },
			{ kind: "filled", quantity: 1, day: "2024-05-01", channel: "unspecified" },
		]);
	});

	it("jamais avant son ouverture, ni plus de postes qu’il n’en avait", async () => {
		expect(await bareNeed("4, 3, 2", null, "2023-01-01T12:00:00Z")).toMatchObject([
			{ kind: "opened", quantity: 4, day: "2024-03-01" },
			{ kind: "filled", quantity: 3, day: "2024-03-01" },
			{ kind: "cancelled", quantity: 1, day: "2024-03-01" },
		]);
	});
});
