import { sql } from "kysely";
import { type Dashboard, getDashboard } from "#contract/dashboard.ts";
import type { Measure } from "#contract/indicators.ts";
import { getNavigationCounts } from "#contract/navigation-counts.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { countedOf } from "../indicators/catalogue.ts";
import type { Question } from "../indicators/indicator.ts";
import { readMeasures, type Wanted } from "../indicators/measures.ts";
import { periodsOf, readQuestion } from "../indicators/question.ts";
import { presentRow, rowsOf } from "../indicators/rows.ts";
import { readPage } from "../list-page.ts";
import { countNavigation } from "./navigation-counts.ts";

const sleepingShown = 8;

/** What the page draws, in one reading. Loads are by person, never a measure of what each produces (house law « Rights »). */
const wanted: readonly Wanted[] = [
	{ id: "I01", compared: true },
	{ id: "I02", by: ["mrcCode", "sectorCode"], compared: true },
	{ id: "I03", by: ["standing"], isWhole: true },
	{ id: "I04", by: ["mrcCode"], compared: true },
	{ id: "I04-interactions", by: ["type"], isWhole: true },
	{ id: "I06", by: ["stage"], compared: true, isWhole: true },
	{ id: "I06", by: ["personId"], isWhole: true },
	{ id: "I06-sleeping", by: ["stage"], isWhole: true },
	{ id: "I06-age", by: ["stage"] },
	{ id: "I06-conversion", by: ["stage"], isWhole: true },
	{ id: "I06-opened", compared: true },
	{ id: "I06-closed", compared: true },
	{ id: "I07", by: ["occupationCode"], compared: true, isWhole: true },
	{ id: "I07-filled" },
	{ id: "I07-open" },
	{ id: "I08", compared: true },
	{ id: "I08-accounts" },
	{ id: "I08-active" },
	{ id: "I08-contacts" },
	{ id: "I08-offers" },
	...["I09-registered", "I09", "I09-posts", "I09-applications", "I09-interviews", "I09-offers", "I09-hires"].map(
		(id): Wanted => ({ id, by: ["missionId"], isWhole: true }),
	),
	{ id: "I10" },
	{ id: "I10-opened" },
	{ id: "I10-decided" },
	{ id: "I10-refused" },
	{ id: "I11" },
	...["I12-three", "I12-six", "I12", "I12-knownThree", "I12-knownSix", "I12-knownTwelve", "I12-unknownThree", "I12-unknownSix", "I12-unknownTwelve"].map(
		(id) => ({ id }),
	),
	{ id: "I14", by: ["personId"], compared: true },
	{ id: "I14-rate", compared: true },
	{ id: "I18" },
	{ id: "I18-agents" },
	{ id: "I18-servicePoints" },
	{ id: "I20", compared: true },
	{ id: "I20-registered" },
	{ id: "I20-courses" },
	{ id: "I20-attested" },
	{ id: "I22", by: ["type"], compared: true },
	{ id: "I23", by: ["mrcCode", "sectorCode"], isWhole: true },
	{ id: "I24-employers" },
	{ id: "I24-missing", by: ["type"] },
	{ id: "I24-nextStep" },
	{ id: "I24-unplanned" },
];

async function readSleeping(context: Context, now: Question) {
	const sleeping = countedOf("I06-sleeping");
	const { rows } = await readPage(context, rowsOf(sleeping, now), { sort: "-amount,title", limit: sleepingShown });
	return rows.map((row) => presentRow(sleeping, row));
}

type Names = {
	territories: { code: string; name: string; until: string | null; label: string | null; column: number | null; row: number | null }[];
	missions: Dashboard["missions"];
};

/** The territories of the region in the window, each where a tile map puts it, and the missions that the parts of the measures name: in one statement. */
async function readNames({ db }: Context, { region, from, to }: Question, measures: readonly Measure[]): Promise<Pick<Dashboard, "territories" | "missions">> {
	const ids = [...new Set(measures.filter(({ by }) => by.join() === "missionId").flatMap(({ parts }) => parts.map(({ keys: [id] }) => id ?? "")))];
	const { rows } = await sql<Names>`select
		(select coalesce(json_agg(json_build_object('code', m.code, 'name', m.name, 'until', case when r.valid_to < ${to}::date then r.valid_to end, 'label', m.tile_label, 'column', m.tile_column, 'row', m.tile_row)
			order by m.name collate "und-x-icu"), '[]'::json) from mrc m
			join mrc_region r on r.mrc_code = m.code and r.region_code = ${region} and r.valid_from <= ${to}::date and coalesce(r.valid_to >= ${from}::date, true)) as territories,
		(select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name, 'startsOn', m.starts_on) order by m.starts_on desc, m.id), '[]'::json) from mission m
			where m.region_code = ${region} and m.id = any(${ids}::uuid[])) as missions`.execute(db);
	const { territories = [], missions = [] } = rows[0] ?? {};
	return {
		territories: territories.map(({ label, column, row, ...territory }) => ({
			...territory,
			tile: label === null || column === null || row === null ? null : { label, column, row },
		})),
		missions,
	};
}

export const dashboardRoutes = [
	implement(getDashboard, async (context, { query }) => {
		const questions = readQuestion(context, query);
		const measures = await readMeasures(context, questions, wanted);
		return {
			today: context.today,
			...periodsOf(questions),
			measures,
			sleeping: await readSleeping(context, questions.now),
			...(await readNames(context, questions.now, measures)),
		};
	}),

	implement(getNavigationCounts, countNavigation),
];
