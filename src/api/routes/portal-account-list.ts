import { type RawBuilder, sql } from "kysely";
import { addBusinessDays } from "#contract/business-days.ts";
import { type portalAccountFields as Fields, type PortalAccount, portalAccountFields, portalDelays } from "#contract/portal-accounts.ts";
import type { LocalDate } from "#contract/primitives.ts";
import type { Context } from "../caller.ts";
import type { ListDefinition } from "../list.ts";
import { accountsOf, accountsOn, activeOn, sinceOn, stateOn, wasActive, wasOpened } from "../portal-accounts.ts";
import { camelRow } from "../presenting.ts";

/** What calls for a hand, as of a day (domain §2.4); `state` is how the account stands. */
export function gapsOn(asOf: LocalDate): Record<"lateToOpen" | "unusedFirst" | "unusedSecond" | "noOffer", RawBuilder<boolean>> {
	const state = stateOn(asOf);
	// Said to be opened before this day, it should be by now.
	const since = addBusinessDays(asOf, -portalDelays.toOpenBusinessDays);
	const unused = (days: number) =>
		sql<boolean>`(a.first_use_on is null and coalesce(a.first_active_on <= ${asOf}::date - ${days}::int, false) and ${state} = 'active')`;
	return {
		lateToOpen: sql<boolean>`(coalesce(a.to_open_on < ${since}::date, false) and ${state} = 'toOpen')`,
		unusedFirst: unused(portalDelays.firstUseDays),
		unusedSecond: unused(portalDelays.secondUseDays),
		noOffer: sql<boolean>`(a.first_contact_on is not null and coalesce(a.last_offer_on < a.first_contact_on, true) and ${state} = 'active')`,
	};
}

/** The accounts as of a day, as any other list. */
export function portalAccountListOn(context: Pick<Context, "caller" | "today">, asOf: LocalDate): ListDefinition {
	const question = { region: context.caller.regionCode, asOf, today: context.today };
	const columns: Record<keyof typeof Fields, RawBuilder<unknown>> = {
		...gapsOn(asOf),
		employerId: sql.ref("a.employer_id"),
		employerName: sql.ref("s.name"),
		state: stateOn(asOf),
		wasOpened,
		wasActive,
		used: sql`(a.first_use_on is not null)`,
		hasOffer: sql`(a.validated_offers > 0)`,
		sinceOn: sinceOn(asOf),
		toOpenOn: sql.ref("a.to_open_on"),
		activeOn,
		lastUseOn: sql.ref("a.last_use_on"),
		lastFactOn: sql.ref("a.last_on"),
		searches: sql.ref("a.searches"),
		profileViews: sql.ref("a.profile_views"),
		contacts: sql.ref("a.contacts"),
		validatedOffers: sql.ref("a.validated_offers"),
		advisorId: sql.ref("s.advisor_id"),
		mrcCode: sql.ref("s.mrc_code"),
		sectorCode: sql.ref("s.sector_code"),
	};
	return {
		fields: portalAccountFields,
		column: (field) => columns[field as keyof typeof Fields],
		from: sql`${accountsOn(question)} left join employer_summary s on s.employer_id = a.employer_id`,
		id: sql.ref("a.employer_id"),
		scope: () => accountsOf(question),
		searched: (employers) => sql<boolean>`a.employer_id in (${employers})`,
		select: () =>
			sql`a.employer_id as id, a.employer_id, coalesce(s.name, '') as employer_name, ${columns.state} as state, ${columns.sinceOn} as since_on, a.to_open_on, a.opened_on, ${activeOn} as active_on, a.first_use_on, a.last_use_on,
				a.searches, a.profile_views, a.contacts, a.validated_offers, s.advisor_id, s.mrc_code, s.sector_code`,
		defaultSort: "-lastFactOn",
		neverNull: ["employerName", "state", "sinceOn", "lastFactOn", "searches", "profileViews", "contacts", "validatedOffers"],
	};
}

export const presentAccount = (row: Record<string, unknown>): PortalAccount => camelRow<PortalAccount>(row);
