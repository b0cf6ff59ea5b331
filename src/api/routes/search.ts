import { type RawBuilder, sql } from "kysely";
import { type FoundRecords, searchRecords } from "#contract/search.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { readQuestion } from "../rules/search-question.ts";
import { visitStatus } from "./visit-list.ts";

const usualLimit = 6;

/** How each kind is drawn: its row, under the policies of its own table. What the caller may not see is found, and not answered. */
const drawn = ({ today, language }: Context): Record<string, RawBuilder<unknown>> => ({
	employer: sql`select json_build_object('id', s.employer_id, 'name', s.name, 'municipalityName', s.municipality_name, 'neq', s.neq, 'phone', e.phone, 'archivedOn', s.archived_on)
		from employer_summary s join employer e on e.id = s.employer_id where s.employer_id = hit.id`,
	contact: sql`select json_build_object('id', c.id, 'name', c.name, 'jobTitle', c.job_title, 'phone', c.phone, 'email', c.email, 'employerId', c.employer_id, 'employerName', e.name)
		from contact c join employer e on e.id = c.employer_id where c.id = hit.id`,
	supportCase: sql`select json_build_object('id', c.support_case_id, 'employerId', c.employer_id, 'employerName', c.employer_name, 'stage', c.stage, 'openedOn', c.opened_on, 'closedOn', c.closed_on, 'openPosts', c.open_posts)
		from support_case_summary c where c.support_case_id = hit.id`,
	labourNeed: sql`select json_build_object('id', n.id, 'employerId', n.employer_id, 'employerName', e.name, 'occupationCode', n.occupation_code, 'occupationLabel', ${sql.ref(language === "en" ? "o.label_en" : "o.label_fr")}, 'openPosts', n.open_posts)
		from labour_need n join employer_summary e on e.employer_id = n.employer_id join occupation o on o.code = n.occupation_code where n.id = hit.id`,
	immigrationLine: sql`select json_build_object('id', l.id, 'label', l.label, 'path', l.path, 'employerId', l.employer_id, 'employerName', e.name, 'endedOn', l.ended_on)
		from immigration_line l join employer_summary e on e.employer_id = l.employer_id where l.id = hit.id`,
	visit: sql`select json_build_object('id', visit.id, 'occurredOn', visit.occurred_on, 'status', ${visitStatus(today)}, 'headline', visit.headline,
			'employerName', (select s.name from visit_employer p join employer_summary s on s.employer_id = p.employer_id where p.visit_id = visit.id order by p.position, s.name limit 1))
		from visit where visit.id = hit.id`,
});

const lists = {
	employer: "employers",
	contact: "contacts",
	supportCase: "supportCases",
	labourNeed: "labourNeeds",
	immigrationLine: "immigrationLines",
	visit: "visits",
} as const;

export const searchRoutes = [
	implement(searchRecords, async (context, { query }) => {
		const { phrase, words, digits, address } = readQuestion(query.q);
		const found: FoundRecords = { employers: [], contacts: [], supportCases: [], labourNeeds: [], immigrationLines: [], visits: [], near: false };
		// « Les », « inc. »: nothing is left to look for.
		if (phrase === "" && digits === null) return found;
		const kinds = Object.entries(drawn(context)).map(([kind, row]) => sql`when ${kind} then (${row})`);
		const { rows } = await sql<{ kind: keyof typeof lists; near: boolean; row: never | null }>`
			with hit as materialized (select * from find_records(${phrase}, ${words}::text[], ${digits}, ${address}, ${query.limit ?? usualLimit}))
			select kind, near, case kind ${sql.join(kinds, sql` `)} end as row from hit order by kind, place`.execute(context.db);
		for (const { kind, row } of rows) if (row) found[lists[kind]].push(row);
		return { ...found, near: rows.some(({ near }) => near) };
	}),
];
