import { sql } from "kysely";

import { type ResultMeasure, resultMeasures } from "#contract/mission-measures.ts";
import {
	compareMissions,
	getMissionFunnel,
	listMissionResults,
	type MissionCounts,
	type MissionResults,
	type ResultRow,
	saveMissionResults,
} from "#contract/mission-results.ts";
import type { LocalDate } from "#contract/primitives.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { mustFind } from "../presenting.ts";
import { type FieldProblem, invalid, Refusal } from "../refusal.ts";
import { beyondHires, type DatedResult, faultOfResult, rowsFrom } from "../rules/mission-results.ts";
import { canWriteRegistration } from "../rules/permissions.ts";
import { readMissionCounts } from "./mission-counts.ts";
import { missionList, presentMission } from "./mission-list.ts";
import { standingValues } from "./mission-standing.ts";
import { readMission } from "./missions.ts";

type Row = Omit<ResultRow, "can" | "flags"> & {
	registeredOn: LocalDate | null;
	advisorId: string | null;
	employerRegion: string | null;
	employerAdvisor: string | null;
};
const knownValue = (row: Pick<ResultRow, "values">, measure: ResultMeasure) => row.values.find((one) => one.measure === measure)?.value ?? null;

/** Whoever is not, or no longer, in the mission is shown when something was said of them. */
async function readRows({ db, caller }: Context, missionId: string, asOf: LocalDate): Promise<Row[]> {
	const { rows } = await sql<Row>`
		select g.id as "registrationId", g.employer_id as "employerId", coalesce(s.name, '') as "employerName", g.state, g.registered_on as "registeredOn", g.advisor_id as "advisorId",
			coalesce((select sum(p.quantity)::int from mission_post p where p.registration_id = g.id), 0) as posts, s.region_code as "employerRegion", s.advisor_id as "employerAdvisor",
			(select coalesce(json_agg(json_build_object('measure', r.measure, 'value', r.value, 'knownOn', r.known_on)), '[]'::json) from ${standingValues(sql`g.id`, asOf)} r) as values
		from mission_registration g left join employer_summary s on s.employer_id = g.employer_id
		where g.mission_id = ${missionId} and g.region_code = ${caller.regionCode} and (g.state <> 'withdrawn' or exists (select from mission_result x where x.registration_id = g.id))
		order by s.name collate "und-x-icu", g.id`.execute(db);
	return rows;
}

function present({ caller }: Context, { registeredOn: _on, advisorId, employerRegion, employerAdvisor, ...row }: Row): ResultRow {
	const employer = { regionCode: employerRegion ?? "", advisorId: employerAdvisor };
	return {
		...row,
		values: [...row.values].sort((a, b) => resultMeasures.indexOf(a.measure) - resultMeasures.indexOf(b.measure)),
		flags: (knownValue(row, "hires") ?? 0) > row.posts ? ["hires-over-posts"] : [],
		can: { update: canWriteRegistration(caller, { employer, regionCode: caller.regionCode, advisorId }) },
	};
}

const readResults = async (context: Context, missionId: string, asOf: LocalDate): Promise<MissionResults> => ({
	asOf,
	items: (await readRows(context, missionId, asOf)).map((row) => present(context, row)),
});

/** All that was ever said of registrations, by registration. */
async function readWritten({ db }: Context, ids: string[]): Promise<Map<string, DatedResult[]>> {
	const { rows } = await sql<{ id: string; results: DatedResult[] }>`
		select registration_id as id, json_agg(json_build_object('measure', measure, 'knownOn', known_on, 'value', value)) as results
		from mission_result where registration_id = any(${ids}::uuid[]) group by 1`.execute(db);
	return new Map(rows.map(({ id, results }) => [id, results]));
}

type Said = { registrationId: string; measure: ResultMeasure; value: number };
type TakenBack = { registrationId: string; measure: ResultMeasure; day: LocalDate };

/** All that a grid says in one statement, and all that it takes back in another, however many cells were typed. */
async function writeCells(
	{ db, caller, newId }: Context,
	{ knownOn, said, takenBack }: { knownOn: LocalDate; said: Said[]; takenBack: TakenBack[] },
): Promise<void> {
	if (takenBack.length > 0)
		await sql`delete from mission_result r using jsonb_to_recordset(${JSON.stringify(takenBack)}::jsonb) as t ("registrationId" uuid, measure text, day date)
			where r.registration_id = t."registrationId" and r.measure = t.measure and r.known_on = t.day`.execute(db);
	if (said.length > 0)
		await sql`insert into mission_result (id, region_code, registration_id, measure, known_on, value, recorded_by)
			select t.id, ${caller.regionCode}, t."registrationId", t.measure, ${knownOn}::date, t.value, ${caller.personId}::uuid
			from jsonb_to_recordset(${JSON.stringify(said.map((cell) => ({ ...cell, id: newId() })))}::jsonb) as t (id uuid, "registrationId" uuid, measure text, value int)
			on conflict (registration_id, measure, known_on) do update set value = excluded.value, recorded_by = excluded.recorded_by`.execute(db);
}

export const missionResultRoutes = [
	implement(compareMissions, async (context, { query }) => {
		const asOf = query?.asOf ?? context.today;
		const { rows } = await sql<Record<string, unknown>>`
			select ${missionList.select(context)} from ${missionList.from} where ${missionList.scope(context)} and m.starts_on <= ${asOf}::date order by m.starts_on desc, m.id limit 200`.execute(
			context.db,
		);
		const counts = await readMissionCounts(context, sql<boolean>`m.starts_on <= ${asOf}::date`, asOf);
		return { asOf, items: rows.map((row) => ({ mission: presentMission(context, row), counts: counts.get(String(row.id)) as MissionCounts })) };
	}),

	implement(getMissionFunnel, async (context, { params, query }) => {
		const mission = await readMission(context, params.id);
		const asOf = query?.asOf ?? context.today;
		return { asOf, counts: mustFind((await readMissionCounts(context, sql<boolean>`m.id = ${mission.id}`, asOf)).get(mission.id)) };
	}),

	implement(listMissionResults, async (context, { params, query }) => {
		const mission = await readMission(context, params.id);
		return readResults(context, mission.id, query?.asOf ?? context.today);
	}),

	implement(saveMissionResults, async (context, { params, body }) => {
		const { db, today } = context;
		const mission = await readMission(context, params.id);
		if (body.knownOn > today) throw invalid("knownOn", "date-in-future");
		const ids = [...new Set(body.cells.map(({ registrationId }) => registrationId))].sort();
		// In one order, so that two grids saved at once wait for one another and never face each other.
		await db.selectFrom("mission_registration").select("id").where("id", "in", ids).where("mission_id", "=", mission.id).orderBy("id").forUpdate().execute();
		const rows = new Map((await readRows(context, mission.id, body.shownOn ?? body.knownOn)).map((row) => [row.registrationId, row]));
		const written = await readWritten(context, ids);
		// One fault a cell, the first that is found.
		const faults = new Map<number, FieldProblem>();
		const refuse = (index: number, fault: Omit<FieldProblem, "path">, path = "value") =>
			faults.has(index) || faults.set(index, { path: `cells.${index}.${path}`, ...fault });
		const requireNone = () => {
			if (faults.size > 0) throw new Refusal("invalid-input", { fields: [...faults].sort(([a], [b]) => a - b).map(([, fault]) => fault) });
		};
		for (const [index, cell] of body.cells.entries()) {
			const row = rows.get(cell.registrationId);
			if (!row) {
				refuse(index, { code: "unknown-reference" }, "registrationId");
				continue;
			}
			if (!present(context, row).can.update) throw new Refusal("forbidden");
			// What the cell showed; and what is written of the very day, which the cell may not have shown.
			const shown = knownValue(row, cell.measure);
			const sameDay = written.get(cell.registrationId)?.find(({ measure, knownOn }) => measure === cell.measure && knownOn === body.knownOn)?.value;
			const standing = shown === cell.before && cell.value !== null ? (sameDay ?? shown) : shown;
			if (standing !== cell.before) refuse(index, { code: "cell-changed", parameters: { value: standing ?? "" } });
		}
		requireNone();
		const dayOf = ({ registrationId, measure, value }: (typeof body.cells)[number]) =>
			(value === null && rows.get(registrationId)?.values.find((one) => one.measure === measure)?.knownOn) || body.knownOn;
		for (const [index, cell] of body.cells.entries()) {
			const fault = faultOfResult(cell.measure, {
				registeredOn: rows.get(cell.registrationId)?.registeredOn ?? null,
				missionStartsOn: mission.startsOn,
				knownOn: body.knownOn,
			});
			if (fault && cell.value !== null) refuse(index, fault);
		}
		for (const id of ids) {
			const typed = body.cells.map((cell, index) => ({ ...cell, index, day: dayOf(cell) })).filter(({ registrationId }) => registrationId === id);
			const kept = (written.get(id) ?? []).filter(({ measure, knownOn }) => !typed.some((cell) => cell.measure === measure && cell.day === knownOn));
			const after = [...kept, ...typed.flatMap(({ measure, value, day }) => (value === null ? [] : [{ measure, value, knownOn: day }]))];
			const first = typed.map(({ day }) => day).sort()[0] ?? body.knownOn;
			// Beside the cell that says too many, or else that of the hires, which were lowered.
			for (const { measure, fault } of rowsFrom(after, first).flatMap(beyondHires)) {
				const cell = typed.find((one) => one.measure === measure) ?? typed.find((one) => one.measure === "hires");
				if (cell) refuse(cell.index, fault);
			}
		}
		requireNone();
		const changed = body.cells.filter(({ value, before }) => value !== before);
		await writeCells(context, {
			knownOn: body.knownOn,
			said: changed.flatMap(({ registrationId, measure, value }) => (value === null ? [] : [{ registrationId, measure, value }])),
			takenBack: changed.flatMap((cell) => (cell.value === null ? [{ registrationId: cell.registrationId, measure: cell.measure, day: dayOf(cell) }] : [])),
		});
		return readResults(context, mission.id, body.knownOn);
	}),
];
