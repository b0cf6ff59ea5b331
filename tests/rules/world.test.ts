import type { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { visitReport } from "#contract/visit-report.ts";
import { openPrepared } from "../../mocks/node.ts";
import type { World } from "../../mocks/world/rows.ts";
import { growWorld } from "../../mocks/world/set-based.sql.ts";
import { world } from "../../mocks/world/world.ts";

const TODAY = "2026-11-24";
const CUTOFF = "2021-03-31";
const region = world({ today: TODAY });

const accompanied = (rows: World) => {
	const counted = new Set(
		rows.visit.filter((visit) => visit.status === "completed" && visit.occurred_on >= "2019-08-28" && visit.occurred_on <= CUTOFF).map(({ id }) => id),
	);
	return new Set(rows.visit_employer.filter(({ visit_id }) => counted.has(visit_id)).map(({ employer_id }) => employer_id)).size;
};
const activeStaff = (rows: World, role: string) =>
	rows.person.filter((one) => one.role === role && one.region_code === "16" && one.valid_from <= CUTOFF && (one.valid_to === null || one.valid_to >= CUTOFF))
		.length;

describe("les chiffres du 31 mars 2021", () => {
	const active = region.agreement.filter(
		(one) => one.signed_on <= CUTOFF && one.end_on >= CUTOFF && (one.ended_early_on === null || one.ended_early_on > CUTOFF),
	);

	test("six conseillères et conseillers, dix agentes et agents, onze points de services", () => {
		expect(activeStaff(region, "advisor")).toBe(6);
		expect(activeStaff(region, "integrationAgent")).toBe(10);
		const points = region.service_point.filter((one) => one.host === "Services Québec" && one.valid_from <= CUTOFF && one.valid_to === null);
		expect(points).toHaveLength(11);
		expect(points.map(({ name }) => name)).toContain("Granby");
	});

	test("207 employeurs accompagnés depuis le déploiement", () => {
		expect(accompanied(region)).toBe(207);
	});

	test("23 partenaires et 34 ententes en vigueur", () => {
		expect(active).toHaveLength(34);
		expect(new Set(active.map(({ partner_id }) => partner_id)).size).toBe(23);
	});

	test("un peu moins de 16,2 M$ engagés en 2020-2021", () => {
		const cents = region.agreement_slice.filter((one) => one.fiscal_year === 2020).reduce((sum, one) => sum + one.committed_cents, 0);
		expect(cents).toBeGreaterThanOrEqual(16_150_000_00);
		expect(cents).toBeLessThan(16_200_000_00);
	});

	test("plus d’une centaine d’actions locales en 2020-2021", () => {
		expect(region.local_action.filter((one) => one.start_on <= CUTOFF && one.end_on >= "2020-04-01").length).toBeGreaterThan(100);
	});
});

describe("le monde d’aujourd’hui", () => {
	const open = region.support_case.filter((one) => one.closed_on === null && one.region_code === "16");

	test("la région suit 238 employeurs, dont 94 dossiers ouverts et deux en pause", () => {
		expect(region.employer.filter((one) => one.region_code === "16")).toHaveLength(238);
		expect(open).toHaveLength(94);
		expect(open.filter((one) => one.paused_until !== null)).toHaveLength(2);
	});

	test("une soixantaine de suivis à faire, neuf en retard", () => {
		const todo = region.follow_up.filter((one) => one.done_on === null);
		expect(todo).toHaveLength(60);
		expect(todo.filter((one) => one.due_on < TODAY)).toHaveLength(9);
	});

	test("les employeurs de Granby et de Cowansville relèvent de l’Estrie, leurs visites d’avant de la Montérégie", () => {
		const left = new Set(region.employer.filter((one) => one.region_code === "05").map(({ id }) => id));
		expect(left.size).toBe(6);
		const days = new Map(region.visit.map((one) => [one.id, one.occurred_on]));
		const theirs = region.visit_employer.filter(({ employer_id }) => left.has(employer_id));
		expect(theirs.length).toBeGreaterThan(10);
		for (const one of theirs) expect(one.region_code).toBe((days.get(one.visit_id) as string) >= "2021-07-08" ? "05" : "16");
	});

	test("rien n’est daté de l’avenir, sauf ce qui est prévu", () => {
		expect(region.visit.filter((one) => one.occurred_on > TODAY && one.status !== "planned")).toEqual([]);
		const days = [
			...region.stage_change.map((one) => one.moved_on),
			...region.case_evidence.map((one) => one.occurred_on),
			...region.labour_need.flatMap((one) => [one.recorded_on, one.closed_on]),
			...region.follow_up.flatMap((one) => [one.created_on, one.done_on]),
			...region.tool_use.map((one) => one.occurred_on),
			...region.visit.map((one) => one.completed_on),
			...region.visit_addendum.map((one) => one.written_on),
			...region.employer.map((one) => one.created_on),
			...region.agreement.map((one) => one.signed_on),
		];
		expect(days.filter((one) => one !== null && one > TODAY)).toEqual([]);
	});

	test("les textes suivent la typographie d’ici", () => {
		const texts = [
			...region.visit.flatMap((one) => [one.headline, one.summary]),
			...region.employer.map((one) => one.name),
			...region.follow_up.map((one) => one.title),
		];
		for (const text of texts) expect(text ?? "").not.toMatch(/ [:;!?»$%]|« |'|\{|\}|undefined|null/);
	});

	test("les rapports et les coordonnées ont la forme du contrat", () => {
		for (const { report } of region.visit) expect(visitReport.parse(report)).toEqual(report);
		for (const one of region.contact) if (one.email) expect(one.email).toMatch(/^[^\s@<>]{1,64}@[^\s@<>]+\.example$/);
		for (const one of region.establishment) expect(one.postal_code).toMatch(/^J[0-9][A-Z] [0-9][ABCEGHJ-NPRSTV-Z][0-9]$/);
	});

	test("aucun employeur ne porte le nom d’une entreprise connue", () => {
		const known =
			/(?<![a-zà-ÿ])(?:agropur|olymel|cascades|lassonde|exceldor|saputo|bombardier|h[ée]roux|kruger|soucy|alstom|pratt|rona|metro|provigo|desjardins|barrette|savoura|bonduelle|leclerc|vachon|st-hubert|jefo|premier tech|ménard|teknion|soleno|robert|tfi|velan|danone|lactalis|kerry|jean coutu|couche-tard)/i;
		expect(region.employer.filter((one) => known.test(one.name)).map(({ name }) => name)).toEqual([]);
		expect(new Set(region.employer.map(({ name }) => name)).size).toBe(region.employer.length);
	});
});

/** All that is dated 2021-03-31 or before; what has since become of it is left out. */
const past = (rows: World) => {
	const until = (day: string | null) => day !== null && day <= CUTOFF;
	const visits = rows.visit.filter((one) => until(one.occurred_on));
	const ids = new Set(visits.map(({ id }) => id));
	const needs = rows.labour_need.filter((one) => until(one.recorded_on));
	return {
		servicePoints: rows.service_point,
		partners: rows.partner,
		agreements: rows.agreement.filter((one) => until(one.signed_on)),
		slices: rows.agreement_slice.filter((one) => one.fiscal_year <= 2020),
		actions: rows.local_action.filter((one) => until(one.start_on)),
		employers: rows.employer.filter((one) => until(one.created_on)).map(({ region_code: _, advisor_id: __, ...rest }) => rest),
		cases: rows.support_case.filter((one) => until(one.opened_on)).map(({ id, employer_id, opened_on }) => ({ id, employer_id, opened_on })),
		stageChanges: rows.stage_change.filter((one) => until(one.moved_on)),
		evidence: rows.case_evidence.filter((one) => until(one.occurred_on)),
		visits,
		parties: rows.visit_employer.filter((one) => ids.has(one.visit_id)),
		advisers: rows.visit_adviser.filter((one) => ids.has(one.visit_id)),
		needs: needs.map(({ posts_filled: _, posts_cancelled: __, closed_on: ___, ...rest }) => rest),
		followUps: rows.follow_up
			.filter((one) => until(one.created_on))
			.map(({ done_on, outcome, ...rest }) => ({ ...rest, done: until(done_on) ? { done_on, outcome } : null })),
		toolUses: rows.tool_use.filter((one) => until(one.occurred_on)),
	};
};

describe("le passé est fixe", () => {
	test("le même monde deux fois est le même", () => {
		expect(JSON.stringify(world({ today: TODAY }))).toBe(JSON.stringify(region));
	});

	test.each(["2021-03-31", "2021-04-15", "2022-03-01", "2028-01-10"])("jusqu’au 31 mars 2021, rien ne change quand on est le %s", (today) => {
		const now: Record<string, unknown[]> = past(region);
		for (const [name, rows] of Object.entries(past(world({ today })))) {
			expect(rows.length, name).toBeGreaterThan(0);
			expect(
				rows.find((row, n) => JSON.stringify(row) !== JSON.stringify(now[name]?.[n])),
				name,
			).toBeUndefined();
			expect(now[name], name).toHaveLength(rows.length);
		}
	});

	test("une autre graine fait d’autres gens et les mêmes chiffres", () => {
		const other = world({ today: TODAY, seed: 7 });
		expect(other.employer[0]?.name).not.toBe(region.employer[0]?.name);
		expect(accompanied(other)).toBe(207);
	});
});

test("avant le 31 mars 2021, il n’y a pas de monde", () => {
	expect(() => world({ today: "2021-03-30" })).toThrow(RangeError);
});

test("la région vide n’a que ses gens et ses lieux", () => {
	const empty = world({ today: TODAY, scenario: "vide" });
	expect(empty.person.length).toBe(22);
	expect(empty.service_point.length).toBe(11);
	expect(
		Object.entries(empty)
			.filter(([, rows]) => rows.length > 0)
			.map(([table]) => table),
	).toEqual(["service_point", "person"]);
});

test("la surcharge met dix fois plus d’employeurs et tout en retard", () => {
	const busy = world({ today: TODAY, size: 40, scenario: "surcharge" });
	expect(accompanied(busy)).toBe(400);
	const todo = busy.follow_up.filter((one) => one.done_on === null);
	expect(todo.length).toBeGreaterThan(80);
	expect(todo.filter((one) => one.due_on >= TODAY)).toEqual([]);
});

describe("dans la base de données", () => {
	let db: PGlite;
	const one = async (sql: string) => Object.values((await db.query<Record<string, number>>(sql)).rows[0] ?? {})[0];
	beforeAll(async () => {
		db = await openPrepared({ today: TODAY });
	}, 90_000);
	afterAll(() => db.close());

	test("le monde entre tel quel et toutes les contraintes tiennent", async () => {
		// Each office starts with the missions whose figures are public; who was there is carried over from the uses of the tool.
		const beside: Record<string, string> = {
			mission: "where not is_reference",
			mission_registration: "where false",
			mission_post: "where false",
			mission_result: "where false",
			immigration_line: "where false",
			// Those of the lines, made where they are loaded.
			referral: "where to_service_point_id is null",
			retention_check: "where false",
		};
		for (const [table, rows] of Object.entries(region)) expect(await one(`select count(*)::int from ${table} ${beside[table] ?? ""}`), table).toBe(rows.length);
		expect(await one("select count(*)::int from employer_summary")).toBe(region.employer.length);
		expect(await one("select count(*)::int from support_case_summary")).toBe(region.support_case.length);
	});

	test("chaque usage des Journées est d’une inscription, et chaque inscription d’une mission commencée dit la même chose que ses usages", async () => {
		expect(await one("select count(*)::int from tool_use where tool = 'journeesQuebec' and registration_id is null")).toBe(0);
		expect(
			await one(
				`select count(*)::int from mission_registration g where g.took_part_on is not null and not exists (select from tool_use t where t.registration_id = g.id and t.event = 'tookPart')`,
			),
		).toBe(0);
		expect(await one("select count(*)::int from mission_registration where state = 'tookPart'")).toBeGreaterThan(50);
		expect(await one("select count(*)::int from mission_result where measure = 'hires'")).toBeGreaterThan(20);
		// No need promises more than it has.
		expect(
			await one(`select count(*)::int from (select n.id from labour_need n join mission_post p on p.labour_need_id = n.id join mission_registration g on g.id = p.registration_id join mission m on m.id = g.mission_id
				where g.withdrawn_on is null and not m.is_cancelled and m.ends_on >= date '${TODAY}' group by n.id, n.open_posts having sum(p.quantity) > n.open_posts) x`),
		).toBe(0);
	});

	test("onze dossiers dorment, environ 410 postes restent à combler", async () => {
		const asleep = await one(`select count(*)::int from support_case_summary c join stage_setting s on s.stage = c.stage and s.region_code = c.region_code
			where c.region_code = '16' and c.closed_on is null and c.paused_until is null and c.last_activity_on < date '${TODAY}' - s.stale_after_days`);
		expect(asleep).toBe(11);
		expect(await one("select sum(open_posts)::int from labour_need where region_code = '16'")).toBeGreaterThan(360);
		expect(await one("select sum(open_posts)::int from labour_need where region_code = '16'")).toBeLessThan(460);
	});

	test("la mesure ajoute le nombre d’employeurs demandé, dix visites chacun", async () => {
		await growWorld(db, 300, TODAY);
		expect(await one("select count(*)::int from employer_summary")).toBe(region.employer.length + 300);
		expect(await one("select count(*)::int from visit")).toBe(region.visit.length + 3000);
		expect(await one("select count(*)::int from employer_summary where last_visit_on is not null and name like '%Échantillon-%'")).toBe(300);
	});
});
