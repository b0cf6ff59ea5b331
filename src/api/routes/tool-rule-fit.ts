import { sql } from "kysely";
import type { LocalDate } from "#contract/primitives.ts";

/** Whether a rule fits what is open of a need on a day; what a need does not say fits no condition. Aliases: r tool_rule, n labour_need, s employer_summary. */
export const ruleFits = (today: LocalDate) => sql<boolean>`(r.region_code = n.region_code and r.is_active and n.open_posts > 0
	and (r.min_posts is null or n.open_posts >= r.min_posts)
	and (r.teers = '{}' or substr(n.occupation_code, 2, 1) = any(r.teers))
	and (r.occupation_codes = '{}' or n.occupation_code = any(r.occupation_codes))
	and (r.sectors = '{}' or s.sector_code = any(r.sectors))
	and (r.min_months is null or n.start_on >= ${today}::date + make_interval(months => r.min_months))
	and (r.max_months is null or n.start_on < ${today}::date + make_interval(months => r.max_months))
	and (r.min_french is null or n.french_level >= r.min_french)
	and (r.max_french is null or n.french_level <= r.max_french)
	and (r.is_simplified is null or exists (
		select from (select l.occupation_codes, l.is_validated from simplified_list l where l.region_code = n.region_code and l.valid_from <= n.recorded_on order by l.valid_from desc limit 1) l
		-- A list that nobody has checked is an excerpt: it says who is in it, not who is not.
		where (n.occupation_code = any(l.occupation_codes)) = r.is_simplified and (r.is_simplified or l.is_validated))))`;

/** Whether a mission looks for what a need asks, and in time. Aliases: m mission, n labour_need, s employer_summary. */
export const missionLooksFor = sql<boolean>`(not m.is_cancelled and m.region_code = n.region_code
	and (m.occupation_codes = '{}' or n.occupation_code = any(m.occupation_codes))
	and (m.sectors = '{}' or s.sector_code = any(m.sectors))
	and (m.french_level is null or coalesce(n.french_level, 0) <= m.french_level)
	and (n.start_on is null or n.start_on > m.ends_on))`;
