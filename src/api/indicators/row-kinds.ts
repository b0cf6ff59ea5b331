import { type RawBuilder, sql } from "kysely";
import type { ProblemLanguage } from "#contract/problem-text.ts";
import type { RowKind } from "./indicator.ts";

/** A record as a row of any figure: where it is read, how it is called, its day. Aliases: r the record, s its employer, page what was found of it. */
export type Kind = {
	from: RawBuilder<unknown>;
	id: RawBuilder<unknown>;
	title: RawBuilder<unknown>;
	on: RawBuilder<unknown>;
	select: (language: ProblemLanguage) => RawBuilder<unknown>;
	sort: string;
	/** How a search of employers, or of the words themselves, reaches the record. */
	searched?: (employers: RawBuilder<unknown>) => RawBuilder<boolean>;
};

const summary = (employerId: string) => sql`left join employer_summary s on s.employer_id = ${sql.ref(employerId)}`;
const ofEmployer = sql`s.employer_id, coalesce(s.region_code = (select asking_region()), false) as is_here`;
const nothing = (...names: string[]) => sql.join(names.map((name) => sql`null as ${sql.ref(name)}`));
const house = { on: sql`r.valid_from`, sort: "title", title: sql`r.name`, id: sql`r.id` };
const within = (column: string) => (employers: RawBuilder<unknown>) => sql<boolean>`${sql.ref(column)} in (${employers})`;

export const rowKinds: Record<RowKind, Kind> = {
	employer: {
		from: sql`employer_summary s`,
		id: sql`s.employer_id`,
		title: sql`s.name`,
		on: sql`s.last_visit_on`,
		sort: "title",
		select: () => sql`s.mrc_code, s.sector_code, s.advisor_id as person_id, s.stage, ${nothing("type")}, s.municipality_name as detail, ${ofEmployer}`,
		searched: within("s.employer_id"),
	},
	visit: {
		from: sql`visit r left join lateral (select p.employer_id, p.mrc_code from visit_employer p where p.visit_id = r.id order by p.position, p.employer_id limit 1) p on true ${summary("p.employer_id")}`,
		id: sql`r.id`,
		title: sql`coalesce(s.name, r.headline, '')`,
		on: sql`r.occurred_on`,
		sort: "-on",
		select: () =>
			sql`p.mrc_code, s.sector_code, (select a.person_id from visit_adviser a where a.visit_id = r.id order by a.person_id limit 1) as person_id, ${nothing("stage")}, r.mode as type, r.headline as detail, ${ofEmployer}`,
		searched: (employers) => sql<boolean>`r.id in (select v.visit_id from visit_employer v where v.employer_id in (${employers}))`,
	},
	supportCase: {
		from: sql`support_case_summary r ${summary("r.employer_id")}`,
		id: sql`r.support_case_id`,
		title: sql`r.employer_name`,
		on: sql`r.opened_on`,
		sort: "title",
		select: () =>
			sql`r.mrc_code, s.sector_code, r.advisor_id as person_id, coalesce(page.sort_stage, r.stage) as stage, ${nothing("type")}, ${nothing("detail")}, ${ofEmployer}`,
		searched: within("r.employer_id"),
	},
	labourNeed: {
		from: sql`labour_need r ${summary("r.employer_id")} left join occupation o on o.code = r.occupation_code`,
		id: sql`r.id`,
		title: sql`coalesce(s.name, '')`,
		on: sql`r.recorded_on`,
		sort: "-on",
		select: (language) =>
			sql`s.mrc_code, s.sector_code, s.advisor_id as person_id, ${nothing("stage")}, r.occupation_code as type, ${sql.ref(language === "en" ? "o.label_en" : "o.label_fr")} as detail, ${ofEmployer}`,
		searched: within("r.employer_id"),
	},
	followUp: {
		from: sql`follow_up r ${summary("r.employer_id")} left join partner q on q.id = r.partner_id`,
		id: sql`r.id`,
		title: sql`coalesce(s.name, q.name, '')`,
		on: sql`r.due_on`,
		sort: "on",
		select: () =>
			sql`s.mrc_code, s.sector_code, r.owner_id as person_id, ${nothing("stage")}, r.kind as type, r.title as detail, s.employer_id, coalesce(coalesce(s.region_code, q.region_code) = (select asking_region()), false) as is_here`,
		searched: within("r.employer_id"),
	},
	toolUse: {
		from: sql`tool_use r ${summary("r.employer_id")}`,
		id: sql`r.id`,
		title: sql`coalesce(s.name, '')`,
		on: sql`r.occurred_on`,
		sort: "-on",
		select: () => sql`s.mrc_code, s.sector_code, r.recorded_by as person_id, ${nothing("stage")}, r.event as type, r.note as detail, ${ofEmployer}`,
		searched: within("r.employer_id"),
	},
	missionRegistration: {
		from: sql`mission_registration r join mission m on m.id = r.mission_id ${summary("r.employer_id")}`,
		id: sql`r.id`,
		title: sql`coalesce(s.name, '')`,
		on: sql`r.took_part_on`,
		sort: "-on",
		select: () => sql`s.mrc_code, s.sector_code, r.advisor_id as person_id, ${nothing("stage")}, r.state as type, m.name as detail, ${ofEmployer}`,
		searched: within("r.employer_id"),
	},
	immigrationLine: {
		from: sql`immigration_line r ${summary("r.employer_id")}`,
		id: sql`r.id`,
		title: sql`coalesce(s.name, '')`,
		on: sql`r.hired_on`,
		sort: "-on",
		select: () => sql`s.mrc_code, s.sector_code, s.advisor_id as person_id, ${nothing("stage")}, r.path as type, r.label as detail, ${ofEmployer}`,
		searched: within("r.employer_id"),
	},
	signal: {
		from: sql`employer_signal r ${summary("r.employer_id")}`,
		id: sql`r.id`,
		title: sql`coalesce(s.name, '')`,
		on: sql`r.raised_on`,
		sort: "-on",
		select: () => sql`r.mrc_code, s.sector_code, r.raised_by as person_id, ${nothing("stage")}, r.code as type, r.note as detail, ${ofEmployer}`,
		searched: within("r.employer_id"),
	},
	person: {
		...house,
		from: sql`person r`,
		select: () =>
			sql`${nothing("mrc_code", "sector_code")}, r.id as person_id, ${nothing("stage")}, r.role as type, ${nothing("detail", "employer_id")}, true as is_here`,
	},
	servicePoint: {
		...house,
		from: sql`service_point r left join municipality u on u.code = r.municipality_code`,
		select: () => sql`u.mrc_code, ${nothing("sector_code", "person_id", "stage", "type")}, u.name as detail, ${nothing("employer_id")}, true as is_here`,
	},
};
