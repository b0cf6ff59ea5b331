import { type RawBuilder, sql } from "kysely";
import { type ImmigrationLine, immigrationLineFields } from "#contract/immigration-lines.ts";
import type { Context } from "../caller.ts";
import type { ListDefinition } from "../list.ts";
import { camelRow, mustFind } from "../presenting.ts";
import { canWriteEmployer } from "../rules/permissions.ts";

const columns: Record<keyof typeof immigrationLineFields, RawBuilder<unknown>> = {
	employerId: sql.ref("l.employer_id"),
	employerName: sql.ref("s.name"),
	label: sql.ref("l.label"),
	state: sql.ref("l.state"),
	path: sql.ref("l.path"),
	stream: sql.ref("l.stream"),
	country: sql.ref("l.country"),
	endReason: sql.ref("l.end_reason"),
	newcomerAnswer: sql.ref("l.newcomer_answer"),
	occupationCode: sql.ref("l.occupation_code"),
	advisorId: sql.ref("s.advisor_id"),
	labourNeedId: sql.ref("l.labour_need_id"),
	missionId: sql.ref("l.mission_id"),
	hiredOn: sql.ref("l.hired_on"),
	filedOn: sql.ref("l.filed_on"),
	decidedOn: sql.ref("l.decided_on"),
	arrivedOn: sql.ref("l.arrived_on"),
	permitExpiresOn: sql.ref("l.permit_expires_on"),
	endedOn: sql.ref("l.ended_on"),
	open: sql`l.state not in ('ended', 'resident')`,
};

/** Left joins on primary keys: the planner drops them from a count that does not need them. */
export const immigrationLineList: ListDefinition = {
	fields: immigrationLineFields,
	column: (field) => columns[field as keyof typeof immigrationLineFields],
	from: sql`immigration_line l left join employer_summary s on s.employer_id = l.employer_id left join occupation o on o.code = l.occupation_code left join mission m on m.id = l.mission_id`,
	id: sql.ref("l.id"),
	scope: ({ caller }) => sql<boolean>`l.region_code = ${caller.regionCode}`,
	searched: (employers) => sql<boolean>`l.employer_id in (${employers})`,
	select: ({
		language,
	}) => sql`l.id, l.employer_id, s.name as employer_name, l.labour_need_id, l.mission_id, m.name as mission_name, l.label, l.path, l.stream, l.country,
		l.occupation_code, ${sql.ref(language === "en" ? "o.label_en" : "o.label_fr")} as occupation_label, l.hired_on, l.advertised_on, l.filed_on, l.decided_on, l.caq_on, l.csq_on,
		l.permit_filed_on, l.permit_approved_on, l.permit_expires_on, l.residence_on, l.arrived_on, l.started_on, l.ended_on, l.end_reason, l.note, l.newcomer_answer, l.newcomer_offered_on, l.state, l.version,
		(select min(f.due_on) from follow_up f where f.immigration_line_id = l.id and f.done_on is null and f.rule_code in (select r.code from follow_up_rule r where r.trigger = 'permitExpires')) as renewal_on,
		s.region_code as employer_region, s.advisor_id as employer_advisor`,
	defaultSort: "-hiredOn",
	neverNull: ["employerName", "label", "hiredOn"],
};

/** One line, as its list shows it. */
export async function readImmigrationLine(context: Context, id: string): Promise<ImmigrationLine> {
	const { rows } = await sql<
		Record<string, unknown>
	>`select ${immigrationLineList.select(context)} from ${immigrationLineList.from} where l.id = ${id} and ${immigrationLineList.scope(context)}`.execute(
		context.db,
	);
	return presentImmigrationLine(context, mustFind(rows[0]));
}

/** Several, by id: those of the region only. */
export async function readImmigrationLines(context: Context, ids: readonly string[]): Promise<ImmigrationLine[]> {
	const { rows } = await sql<
		Record<string, unknown>
	>`select ${immigrationLineList.select(context)} from ${immigrationLineList.from} where l.id = any(${[...ids]}::uuid[]) and ${immigrationLineList.scope(context)} order by l.id`.execute(
		context.db,
	);
	return rows.map((row) => presentImmigrationLine(context, row));
}

/** Several, as above, held until the end of the request: two people who answer for one person at the same instant do not answer twice. In one order for all, so that nobody waits for somebody who waits. */
export async function holdImmigrationLines(context: Context, ids: readonly string[]): Promise<ImmigrationLine[]> {
	if (ids.length === 0) return [];
	const { db, caller } = context;
	const held = db
		.selectFrom("immigration_line")
		.select("id")
		.where("id", "in", [...ids])
		.where("region_code", "=", caller.regionCode);
	await held.orderBy("id").forUpdate().execute();
	return readImmigrationLines(context, ids);
}

type Row = Omit<ImmigrationLine, "can"> & { employerRegion: string; employerAdvisor: string | null };

/** The record keeps the region of its day; whoever holds the employer today decides who writes. */
export function presentImmigrationLine({ caller }: Context, row: Record<string, unknown>): ImmigrationLine {
	const { employerRegion, employerAdvisor, ...line } = camelRow<Row>(row);
	return { ...line, can: { update: canWriteEmployer(caller, { regionCode: employerRegion, advisorId: employerAdvisor }) } };
}
