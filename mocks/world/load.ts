import { immigrationStatements } from "./immigration.sql.ts";
import { missionStatements } from "./mission-results.sql.ts";
import type { World } from "./rows.ts";

/** One connection: the settings of the load belong to its session. */
export type Connection = { query(sql: string, params?: unknown[]): Promise<unknown> };

const CHUNK = 2000;

const handledNotes = [
	"Services Québec et la MRC sont prévenus.",
	"Plan de renouvellement fait avec l’employeur.",
	"Rencontre tenue\u00A0: les solutions sont présentées.",
	"Francisation Québec a pris le relais.",
	"Gestion avisée, suivi prévu.",
];
const handled = handledNotes.map((note) => `'${note}'`).join(", ");

/** The day a row was recorded, from its own dates: a demonstration has a past in the journal too. What has no date of its own follows its record. */
const recordedOn: Record<string, string> = {
	service_point: "t.valid_from",
	person: "t.valid_from",
	partner: "date '2019-04-01'",
	agreement: "coalesce(t.ended_early_on, t.signed_on)",
	agreement_slice: "(select coalesce(a.ended_early_on, a.signed_on) from agreement a where a.id = t.agreement_id)",
	local_action: "t.start_on",
	employer: "t.created_on",
	establishment: "(select e.created_on from employer e where e.id = t.employer_id)",
	contact: "(select e.created_on from employer e where e.id = t.employer_id)",
	support_case: "greatest(t.stage_entered_on, t.closed_on)",
	stage_change: "t.moved_on",
	case_evidence: "t.occurred_on",
	visit: "coalesce(t.completed_on, t.occurred_on)",
	visit_employer: "(select coalesce(v.completed_on, v.occurred_on) from visit v where v.id = t.visit_id)",
	visit_adviser: "(select coalesce(v.completed_on, v.occurred_on) from visit v where v.id = t.visit_id)",
	visit_addendum: "t.written_on",
	labour_need: "coalesce(t.closed_on, t.recorded_on)",
	mission: "t.starts_on - 240",
	mission_registration: "coalesce(t.withdrawn_on, t.took_part_on, t.confirmed_on, t.registered_on, t.interested_on)",
	mission_post: "(select coalesce(g.registered_on, g.interested_on) from mission_registration g where g.id = t.registration_id)",
	mission_result: "t.known_on",
	immigration_line: "t.hired_on",
	retention_check: "t.known_on",
	need_movement: "t.occurred_on",
	referral: "coalesce(t.ended_on, t.acknowledged_on, t.sent_on)",
	follow_up: "coalesce(t.done_on, t.created_on)",
	tool_use: "t.occurred_on",
	questionnaire_answer: "t.answered_on",
	document: "t.created_at::date",
};

/** Writes the rows set by set, then derives the summaries once for all. Wrap it in a transaction to have all or nothing. */
export async function loadWorld(db: Connection, world: World, today: string, tell?: (done: number, of: number) => Promise<void>): Promise<void> {
	// What is derived at the end takes about as long as the rows themselves.
	const of = 2 * Object.values(world).reduce((sum, rows) => sum + rows.length, 0);
	let done = 0;
	// The tables of the world stand in the order of their references.
	await db.query("select set_config('app.bulk', 'on', false)");
	try {
		for (const [table, rows] of Object.entries(world)) {
			const columns = Object.keys(rows[0] ?? {}).join(", ");
			for (let from = 0; from < rows.length; from += CHUNK) {
				const chunk = JSON.stringify(rows.slice(from, from + CHUNK));
				await db.query(
					`insert into ${table} (${columns}, recorded_at)
						select ${columns}, (least(${recordedOn[table]}, $2::date - 1) + time '17:00') at time zone 'UTC' from jsonb_populate_recordset(null::${table}, $1::jsonb) t`,
					[chunk, today],
				);
				done += Math.min(CHUNK, rows.length - from);
				await tell?.(done, of);
			}
		}
		await db.query("select open_loaded_needs()");
		await db.query("select refresh_employer_summary(array(select id from employer))");
		await tell?.(Math.round(of * 0.75), of);
		await db.query("select rebuild_interactions()");
		await db.query("select rebuild_signals()");
		// What is older than two months was seen to, but for one in nine.
		await db.query(
			`insert into signal_handling (id, region_code, employer_id, signal_id, note, handled_on, handled_by, recorded_at)
				select named_id('signal_handling ' || g.id), g.region_code, g.employer_id, g.id, (array[${handled}])[1 + ascii(g.id::text) % ${handledNotes.length}], d.day, g.raised_by, (d.day + time '17:00') at time zone 'UTC'
				from employer_signal g join employer e on e.id = g.employer_id and e.region_code = g.region_code cross join lateral (select g.raised_on + 2 + ascii(substr(g.id::text, 2)) % 20 as day) d
				where g.raised_on < $1::date - 60 and ascii(substr(g.id::text, 3)) % 9 > 0 and g.raised_by is not null`,
			[today],
		);
		for (const statement of [...missionStatements, ...immigrationStatements]) await db.query(statement, statement.includes("$1") ? [today] : []);
		await db.query("select journal_loaded()");
		await tell?.(Math.round(of * 0.95), of);
		// Employers of a territory that changed hands are loaded where they stand now; what was written before says where they stood.
		await db.query(`insert into employer_past_region select distinct r.employer_id, r.region_code from (
			select employer_id, region_code from visit_employer union select employer_id, region_code from labour_need union select employer_id, region_code from support_case
			union select employer_id, region_code from follow_up union select employer_id, region_code from tool_use union select employer_id, region_code from referral where employer_id is not null) r
			join employer e on e.id = r.employer_id and e.region_code <> r.region_code on conflict do nothing`);
	} finally {
		await db.query("select set_config('app.bulk', 'off', false)");
	}
}
