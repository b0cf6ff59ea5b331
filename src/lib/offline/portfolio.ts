import { type EmployerRow, employerRow } from "#contract/employers.ts";
import { listFollowUps } from "#contract/follow-ups.ts";
import { listMyPortfolio, type MyPortfolio } from "#contract/my-portfolio.ts";
import { listVisits } from "#contract/visits.ts";
import type { Change, DeviceStore } from "../device/store.ts";
import { call, inBackground } from "../http.ts";
import { forgetLists } from "./answer.ts";
import { collections, type KeptEmployer, type KeptRows } from "./kept.ts";
import type { LocalListId, RowsOf } from "./local-lists.ts";

const atATime = 100;
/** Of one's own, beside what the portfolio's employers bring. */
const ownRows = 500;

const rowNames = Object.keys(employerRow.shape) as (keyof EmployerRow)[];
const rowOf = (employer: EmployerRow) => Object.fromEntries(rowNames.map((name) => [name, employer[name]])) as EmployerRow;

const byId = <Row extends { id: string }>(...rows: Row[][]) => [...new Map(rows.flat().map((row) => [row.id, row])).values()];

/** One piece of the portfolio as the device keeps it: a record for each employer. */
function recordsOf({ employers, supportCases, labourNeeds, visits, followUps, threads }: MyPortfolio, at: number): Change[] {
	return employers.map((employer) => {
		const those = <Row extends { employerId: string | null }>(rows: Row[]) => rows.filter(({ employerId }) => employerId === employer.id);
		const value: KeptEmployer = {
			at,
			employer,
			supportCases: those(supportCases),
			labourNeeds: those(labourNeeds),
			visits: visits.filter((visit) => visit.employers.some(({ employerId }) => employerId === employer.id)),
			followUps: those(followUps),
			thread: those(threads)[0]?.items ?? [],
		};
		return { collection: collections.employers, id: employer.id, value };
	});
}

/** Reads one's portfolio into the device, piece by piece, and what one has to do elsewhere; employers that left it leave the device. */
async function read(store: DeviceStore, personId: string, signal: AbortSignal): Promise<void> {
	const at = Date.now();
	const rows: RowsOf = { listEmployers: [], listSupportCases: [], listLabourNeeds: [], listVisits: [], listFollowUps: [] };
	const former = new Set((await store.get<KeptRows<"listEmployers">>(collections.lists, "listEmployers"))?.rows.map(({ id }) => id));
	for (let after: string | null | undefined; after !== null && !signal.aborted; ) {
		const page: MyPortfolio = await call(listMyPortfolio, { query: { limit: atATime, ...(after ? { after } : {}) } }, { signal });
		await store.write(recordsOf(page, at));
		rows.listEmployers.push(...page.employers.map(rowOf));
		rows.listSupportCases.push(...page.supportCases);
		rows.listLabourNeeds.push(...page.labourNeeds);
		rows.listVisits.push(...page.visits);
		rows.listFollowUps.push(...page.followUps);
		after = page.next;
	}
	const visits = await call(listVisits, { query: { filter: `adviserId==${personId}`, sort: "-occurredOn", limit: ownRows } }, { signal });
	const followUps = await call(listFollowUps, { query: { filter: `ownerId==${personId};done==false`, sort: "dueOn", limit: ownRows } }, { signal });
	rows.listVisits = byId(visits.items, rows.listVisits);
	rows.listFollowUps = byId(followUps.items, rows.listFollowUps);
	if (signal.aborted) return;
	const now = new Set(rows.listEmployers.map(({ id }) => id));
	await store.write([
		...[...former].filter((id) => !now.has(id)).map((id) => ({ collection: collections.employers, id })),
		...(Object.keys(rows) as LocalListId[]).map((id) => ({ collection: collections.lists, id, value: { at, rows: rows[id] } })),
	]);
	forgetLists();
}

/** Nobody's gesture: the session is not prolonged by it. */
export const readPortfolio = (store: DeviceStore, personId: string, signal: AbortSignal) =>
	inBackground([listMyPortfolio.id, listVisits.id, listFollowUps.id], () => read(store, personId, signal));

/** When what the device keeps of the portfolio was read; 0 when it was not. */
export const portfolioReadAt = async (store: DeviceStore) => (await store.get<KeptRows>(collections.lists, "listEmployers"))?.at ?? 0;
