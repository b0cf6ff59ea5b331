import { type RawBuilder, sql } from "kysely";
import type { LocalDate } from "#contract/primitives.ts";

/** Accounts of the Portail as of a day, as `a`: today, those kept beside the facts; another day, the facts dated by then. A test compares the two. */
export function accountsOn({ region, asOf, today }: { region: string; asOf: LocalDate; today: LocalDate }): RawBuilder<unknown> {
	if (asOf === today) return sql`portal_account a`;
	const days = (which: "min" | "max", test: string) => sql.raw(`${which}(t.occurred_on) filter (where ${test})`);
	const sum = (event: string) => sql.raw(`coalesce(sum(t.quantity) filter (where t.event = '${event}'), 0)::int`);
	const used = "t.event in ('search', 'profileView', 'contact', 'validatedOffer')";
	// Whoever has a fact has one today: each is looked up by its key, and the table of facts is never read whole.
	return sql`(select p.employer_id, p.region_code, p.archived_on, p.employer_region, t.* from portal_account p cross join lateral (
		select ${days("min", "t.event = 'toOpen'")} as to_open_on, ${days("min", "t.event = 'opened'")} as opened_on,
			${days("min", "t.event = 'account'")} as first_active_on, ${days("max", "t.event = 'account'")} as last_active_on, ${days("max", "t.event = 'dormant'")} as dormant_on,
			${days("min", used)} as first_use_on, ${days("max", used)} as last_use_on, ${days("min", "t.event = 'contact'")} as first_contact_on, ${days("max", "t.event = 'validatedOffer'")} as last_offer_on,
			${sum("search")} as searches, ${sum("profileView")} as profile_views, ${sum("contact")} as contacts, ${sum("validatedOffer")} as validated_offers, max(t.occurred_on) as last_on
		from tool_use t where t.employer_id = p.employer_id and t.tool = 'employerPortal' and t.region_code = p.region_code and t.occurred_on <= ${asOf}::date) t
		where p.region_code = ${region} and t.last_on is not null) a`;
}

/** Those of the employers that the region had on the day, not archived by then. One that left with its territory was the region's until that day. */
export function accountsOf({ region, asOf, today }: { region: string; asOf: LocalDate; today: LocalDate }) {
	// Looked up by its key, for the few that are elsewhere: « exists » would be answered by reading every employer once.
	const wasHere =
		asOf === today
			? sql``
			: sql` or coalesce((select true from employer_summary x join mrc_region r on r.mrc_code = x.mrc_code where x.employer_id = a.employer_id and r.region_code = ${region}
				and r.valid_from <= ${asOf}::date and (r.valid_to is null or r.valid_to >= ${asOf}::date) limit 1), false)`;
	return sql<boolean>`a.region_code = ${region} and (a.archived_on is null or a.archived_on > ${asOf}::date) and (a.employer_region = ${region}${wasHere})`;
}

/** The delay in force on the day. */
export const dormantAfter = (asOf: LocalDate) =>
	sql<number>`(select dormant_after_days from portal_parameter where valid_from <= ${asOf}::date order by valid_from desc limit 1)`;

const lastSign = sql`greatest(a.last_active_on, a.last_use_on)`;
export const activeOn = sql`coalesce(a.first_active_on, a.first_use_on)`;
/** Reached, whatever came after. */
export const wasActive = sql<boolean>`(coalesce(a.first_active_on, a.first_use_on, a.dormant_on) is not null)`;
export const wasOpened = sql<boolean>`(coalesce(a.opened_on, a.first_active_on, a.first_use_on, a.dormant_on) is not null)`;
const isSaidDormant = sql`(a.dormant_on is not null and coalesce(a.dormant_on >= ${lastSign}, true))`;

/** As rules/portal-account.ts says it. */
export const stateOn = (asOf: LocalDate) => sql<string>`case when ${isSaidDormant} then 'dormant'
	when ${lastSign} is not null then case when ${asOf}::date - ${lastSign} > ${dormantAfter(asOf)} then 'dormant' else 'active' end
	when a.opened_on is not null then 'opened' else 'toOpen' end`;
export const sinceOn = (asOf: LocalDate) => sql`case when ${isSaidDormant} then a.dormant_on
	when ${lastSign} is not null then case when ${asOf}::date - ${lastSign} > ${dormantAfter(asOf)} then ${lastSign} + ${dormantAfter(asOf)} + 1
		when a.last_active_on > a.dormant_on then a.last_active_on else ${activeOn} end
	else coalesce(a.opened_on, a.to_open_on) end`;
