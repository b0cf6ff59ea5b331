import { sql } from "kysely";
import { countPortalAccounts, getPortalFunnel, listPortalAccounts } from "#contract/portal-accounts.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";
import { accountsOf, accountsOn, dormantAfter, stateOn, wasActive, wasOpened } from "../portal-accounts.ts";
import { mustFind } from "../presenting.ts";
import { invalid } from "../refusal.ts";
import { gapsOn, portalAccountListOn, presentAccount } from "./portal-account-list.ts";

/** Today, or a day that has been: what is to come is not known. */
function dayAsked({ today }: Pick<Context, "today">, asOf = today): string {
	if (asOf > today) throw invalid("query.asOf", "date-in-future");
	return asOf;
}

type Counts = Record<
	| "dormantAfterDays"
	| "all"
	| "wasOpened"
	| "wasActive"
	| "used"
	| "offered"
	| "toOpen"
	| "opened"
	| "active"
	| "dormant"
	| "lateToOpen"
	| "unusedFirst"
	| "unusedSecond"
	| "noOffer",
	number
>;

export const portalAccountRoutes = [
	implement(getPortalFunnel, async ({ db, caller, today }, { query }) => {
		const asOf = dayAsked({ today }, query?.asOf);
		const question = { region: caller.regionCode, asOf, today };
		const state = stateOn(asOf);
		const gaps = gapsOn(asOf);
		// One pass over the accounts of the region.
		const { rows } =
			await sql<Counts>`select coalesce(${dormantAfter(asOf)}, 0) as "dormantAfterDays", count(*)::int as "all", count(*) filter (where ${wasOpened})::int as "wasOpened",
				count(*) filter (where ${wasActive})::int as "wasActive", count(*) filter (where a.first_use_on is not null)::int as used, count(*) filter (where a.validated_offers > 0)::int as offered,
				count(*) filter (where ${state} = 'toOpen')::int as "toOpen", count(*) filter (where ${state} = 'opened')::int as opened,
				count(*) filter (where ${state} = 'active')::int as active, count(*) filter (where ${state} = 'dormant')::int as dormant,
				count(*) filter (where ${gaps.lateToOpen})::int as "lateToOpen", count(*) filter (where ${gaps.unusedFirst})::int as "unusedFirst",
				count(*) filter (where ${gaps.unusedSecond})::int as "unusedSecond", count(*) filter (where ${gaps.noOffer})::int as "noOffer"
			from ${accountsOn(question)} where ${accountsOf(question)}`.execute(db);
		const found = mustFind(rows[0]);
		return {
			asOf,
			dormantAfterDays: found.dormantAfterDays,
			reached: { all: found.all, opened: found.wasOpened, active: found.wasActive, used: found.used, offered: found.offered },
			states: { toOpen: found.toOpen, opened: found.opened, active: found.active, dormant: found.dormant },
			gaps: {
				lateToOpen: found.lateToOpen,
				unusedFirst: found.unusedFirst,
				unusedSecond: found.unusedSecond,
				dormant: found.dormant,
				noOffer: found.noOffer,
			},
		};
	}),

	implement(listPortalAccounts, async (context, { query: { asOf, ...query } }) => {
		const { rows, total, next } = await readPage(context, portalAccountListOn(context, dayAsked(context, asOf)), query);
		return { items: rows.map(presentAccount), total, next };
	}),

	implement(countPortalAccounts, (context, { query: { asOf, ...query } }) =>
		readFacets(context, portalAccountListOn(context, dayAsked(context, asOf)), {
			fields: query.fields,
			...(query.q === undefined ? {} : { q: query.q }),
			...(query.filter === undefined ? {} : { filter: query.filter }),
		}),
	),
];
