import { type RawBuilder, sql } from "kysely";
import { type LabourNeed, labourNeedFields } from "#contract/labour-needs.ts";
import type { Context } from "../caller.ts";
import type { ListDefinition } from "../list.ts";
import { camelRow, mustFind } from "../presenting.ts";
import { type Mark, wageHintOf } from "../rules/need-marks.ts";
import { canWriteEmployer } from "../rules/permissions.ts";

/** CNP 2021: the second digit is the FEER (Statistique Canada). */
const teer = sql`substr(n.occupation_code, 2, 1)`;

const columns: Record<keyof typeof labourNeedFields, RawBuilder<unknown>> = {
	employerId: sql.ref("n.employer_id"),
	employerName: sql.ref("s.name"),
	occupationCode: sql.ref("n.occupation_code"),
	teer,
	mrcCode: sql.ref("s.mrc_code"),
	sectorCode: sql.ref("s.sector_code"),
	advisorId: sql.ref("s.advisor_id"),
	openPosts: sql.ref("n.open_posts"),
	hourlyWageCents: sql.ref("n.hourly_wage_cents"),
	frenchLevel: sql.ref("n.french_level"),
	housing: sql.ref("n.housing"),
	startOn: sql.ref("n.start_on"),
	recordedOn: sql.ref("n.recorded_on"),
	open: sql`n.open_posts > 0`,
};

/** Left joins on primary keys: the planner drops them from a count that does not need them. */
export const labourNeedList: ListDefinition = {
	fields: labourNeedFields,
	column: (field) => columns[field as keyof typeof labourNeedFields],
	from: sql`labour_need n left join employer_summary s on s.employer_id = n.employer_id left join occupation o on o.code = n.occupation_code`,
	id: sql.ref("n.id"),
	scope: ({ caller }) => sql<boolean>`n.region_code = ${caller.regionCode}`,
	searched: (employers) => sql<boolean>`n.employer_id in (${employers})`,
	select: ({
		language,
	}) => sql`n.id, n.employer_id, s.name as employer_name, n.support_case_id, n.visit_id, ${sql.ref(language === "en" ? "o.label_en" : "o.label_fr")} as occupation_label, n.occupation_code,
		n.posts, n.posts_filled, n.posts_cancelled, n.open_posts, n.permanence, n.start_on, n.hourly_wage_cents, n.french_level, n.schedule, n.requirements, n.vacant_months, n.local_efforts, n.housing,
		(select json_build_object('cents', w.cents, 'validFrom', w.valid_from, 'isValidated', w.is_validated) from wage_threshold w
			where w.region_code = n.region_code and w.valid_from <= n.recorded_on order by w.valid_from desc limit 1) as threshold,
		(select json_build_object('isListed', n.occupation_code = any(l.occupation_codes), 'validFrom', l.valid_from, 'isValidated', l.is_validated) from simplified_list l
			where l.region_code = n.region_code and l.valid_from <= n.recorded_on order by l.valid_from desc limit 1) as simplified_hint,
		n.recorded_on, n.closed_on, n.version, s.region_code as employer_region, s.advisor_id as employer_advisor`,
	defaultSort: "-recordedOn",
	neverNull: ["employerName", "occupationCode", "openPosts", "recordedOn"],
	counted: "labour_need",
};

/** One need, as its list shows it. */
export async function readLabourNeed(context: Context, id: string): Promise<LabourNeed> {
	const { rows } = await sql<
		Record<string, unknown>
	>`select ${labourNeedList.select(context)} from ${labourNeedList.from} where n.id = ${id} and ${labourNeedList.scope(context)}`.execute(context.db);
	return presentLabourNeed(context, mustFind(rows[0]));
}

type Row = Omit<LabourNeed, "can" | "wageHint"> & { employerRegion: string; employerAdvisor: string | null; threshold: (Mark & { cents: number }) | null };

// The record keeps the region of its day; whoever holds the employer today decides who writes (a transferred territory is read, not written).
export function presentLabourNeed({ caller }: Context, row: Record<string, unknown>): LabourNeed {
	const { employerRegion, employerAdvisor, threshold, ...need } = camelRow<Row>(row);
	return {
		...need,
		wageHint: wageHintOf(need.hourlyWageCents, threshold),
		can: { update: canWriteEmployer(caller, { regionCode: employerRegion, advisorId: employerAdvisor }) },
	};
}
