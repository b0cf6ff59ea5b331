import { sql } from "kysely";
import {
	countSignals,
	createSignalHandling,
	deleteSignalHandling,
	listSignals,
	listSignalTrends,
	type Signal,
	type SignalHandling,
} from "#contract/signals.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { and, conditionsOf, readFilter } from "../list.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";
import { camelRow, mustFind, requireVersion, snakeRow } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { canWriteEmployer } from "../rules/permissions.ts";
import { employerNamed } from "./record-employer.ts";
import { presentSignal, signalList } from "./signal-list.ts";

async function findSignal(context: Context, id: string): Promise<Signal | undefined> {
	const { rows } = await sql<
		Record<string, unknown>
	>`select ${signalList.select(context)} from ${signalList.from} where g.id = ${id} and ${signalList.scope(context)}`.execute(context.db);
	return rows[0] && presentSignal(context, rows[0]);
}

async function readHandling({ db, caller }: Context, id: string): Promise<SignalHandling> {
	const row = await db
		.selectFrom("signal_handling as h")
		.leftJoin("employer as e", "e.id", "h.employer_id")
		.select(["h.id", "h.signal_id", "h.employer_id", "h.note", "h.handled_on", "h.handled_by", "h.version"])
		.select(["e.region_code as employer_region", "e.advisor_id as employer_advisor"])
		.where("h.id", "=", id)
		.where("h.region_code", "=", caller.regionCode)
		.executeTakeFirst();
	const { employerRegion, employerAdvisor, ...handling } = camelRow<
		Omit<SignalHandling, "can"> & { employerRegion: string | null; employerAdvisor: string | null }
	>(mustFind(row));
	return { ...handling, can: { delete: canWriteEmployer(caller, { regionCode: employerRegion ?? "", advisorId: employerAdvisor }) } };
}

export const signalRoutes = [
	implement(listSignals, async (context, { query }) => {
		const { rows, total, next } = await readPage(context, signalList, query);
		return { items: rows.map((row) => presentSignal(context, row)), total, next };
	}),

	implement(countSignals, (context, { query }) => readFacets(context, signalList, query)),

	implement(listSignalTrends, async (context, { query }) => {
		const conditions = conditionsOf(signalList, context, { q: query?.q, filter: readFilter(query?.filter, signalList.fields) });
		const { rows } = await sql<{ sectorCode: string | null; year: number; count: number }>`
			select s.sector_code as "sectorCode", g.year, count(*)::int as count from ${signalList.from} where ${and(conditions)} group by 1, 2 order by 1, 2`.execute(
			context.db,
		);
		return { items: rows };
	}),

	implement(createSignalHandling, async (context, { body }) => {
		const { db, caller, today } = context;
		const signal = await findSignal(context, body.signalId);
		if (!signal) throw invalid("signalId", "unknown-reference");
		if (!signal.can.handle) throw new Refusal("forbidden");
		const { regionCode } = await employerNamed(context, signal.employerId);
		if (signal.handling) throw new Refusal("already-handled");
		if (body.handledOn > today) throw invalid("handledOn", "date-in-future");
		if (body.handledOn < signal.raisedOn) throw invalid("handledOn", "end-before-start");
		await db
			.insertInto("signal_handling")
			.values({ ...snakeRow(body), employer_id: signal.employerId, region_code: regionCode, handled_by: caller.personId } as never)
			.execute();
		return readHandling(context, body.id);
	}),

	implement(deleteSignalHandling, async (context, { params, ifMatch }) => {
		const before = await readHandling(context, params.id);
		if (!before.can.delete) throw new Refusal("forbidden");
		await requireVersion(ifMatch, before.version, async () => before);
		await context.db.deleteFrom("signal_handling").where("id", "=", params.id).execute();
		return null;
	}),
];
