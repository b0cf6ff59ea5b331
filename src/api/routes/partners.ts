import { sql } from "kysely";
import { countPartners, getPartner, listPartners, type Partner, type PartnerRow } from "#contract/partners.ts";
import { implement } from "../implement.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";
import { camelRow, mustFind } from "../presenting.ts";
import { agreementInForce, partnerList } from "./partner-list.ts";

export const partnerRoutes = [
	implement(listPartners, async (context, { query }) => {
		const { rows, total, next } = await readPage(context, partnerList, query);
		return { items: rows.map((row) => camelRow<PartnerRow>(row)), total, next };
	}),

	implement(countPartners, (context, { query }) => readFacets(context, partnerList, query)),

	implement(getPartner, async (context, { params }) => {
		const { rows } = await sql<Record<string, unknown>>`
			select ${partnerList.select(context)}, p.version,
				(select coalesce(json_agg(json_build_object('id', a.id, 'programme', a.programme, 'title', a.title, 'signedOn', a.signed_on, 'endOn', a.end_on, 'endedEarlyOn', a.ended_early_on,
					'isActive', ${agreementInForce(context.today)}, 'committedCents', money.committed, 'paidCents', money.paid) order by a.signed_on desc, a.id), '[]'::json)
				from agreement a cross join lateral (select coalesce(sum(committed_cents), 0) as committed, coalesce(sum(paid_cents), 0) as paid from agreement_slice l where l.agreement_id = a.id) money
				where a.partner_id = p.id) as agreements
			from ${partnerList.from} where p.id = ${params.id} and ${partnerList.scope(context)}`.execute(context.db);
		return camelRow<Partner>(mustFind(rows[0]));
	}),
];
