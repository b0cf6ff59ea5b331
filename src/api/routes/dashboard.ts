import { getDashboard } from "#contract/dashboard.ts";
import { listFollowUps } from "#contract/follow-ups.ts";
import { listLabourNeeds } from "#contract/labour-needs.ts";
import { getNavigationCounts } from "#contract/navigation-counts.ts";
import { listSupportCases } from "#contract/support-cases.ts";
import { listVisits } from "#contract/visits.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { readPage } from "../list-page.ts";
import { addDays } from "../rules/calendar.ts";
import { conversion, figure } from "../rules/dashboard-figures.ts";
import {
	countCasesByStage,
	countEmployersByPortal,
	countLateFollowUps,
	countNavigation,
	countOpenNeeds,
	countPassages,
	countPeopleLoads,
	countVisitsSince,
} from "./dashboard-counts.ts";
import { presentSupportCase, supportCaseList } from "./support-case-list.ts";

const sleepingShown = 8;
const occupationsShown = 12;

async function readFunnel(context: Context) {
	const stages = await countCasesByStage(context);
	const passages = new Map((await countPassages(context)).map((row) => [row.stage, row]));
	return stages.map(({ stage, cases, openPosts, sleeping }) => {
		const passage = passages.get(stage);
		return {
			stage,
			cases: figure(cases, listSupportCases, `open==true;stage==${stage}`),
			openPosts,
			sleeping: figure(sleeping, listSupportCases, `sleeping==true;stage==${stage}`),
			conversion: passage && stage !== stages.at(-1)?.stage ? conversion(passage.entered, passage.further) : null,
		};
	});
}

async function readPeople(context: Context) {
	const rows = await countPeopleLoads(context);
	return rows.map(({ id, cases, late }) => ({
		personId: id,
		openCases: figure(cases, listSupportCases, `open==true;advisorId==${id}`),
		lateFollowUps: figure(late, listFollowUps, `late==true;ownerId==${id}`),
	}));
}

export const dashboardRoutes = [
	implement(getDashboard, async (context) => {
		const { today } = context;
		const funnel = await readFunnel(context);
		const sleeping = await readPage(context, supportCaseList, { filter: "sleeping==true", sort: "lastActivityOn", limit: sleepingShown });
		const { needs, posts, occupations } = await countOpenNeeds(context, occupationsShown);
		const since = addDays(today, -90);
		return {
			today,
			funnel,
			openCases: figure(
				funnel.reduce((sum, stage) => sum + stage.cases.value, 0),
				listSupportCases,
				"open==true",
			),
			sleepingCases: figure(sleeping.total, listSupportCases, "sleeping==true"),
			sleeping: sleeping.rows.map((row) => presentSupportCase(context, row)),
			openNeeds: figure(needs, listLabourNeeds, "open==true"),
			openPosts: posts,
			occupations: occupations.map((row) => ({ ...row, needs: figure(row.needs, listLabourNeeds, `open==true;occupationCode==${row.code}`) })),
			toolUse: await countEmployersByPortal(context),
			// Calls are not visits (domain §3.1); a locked report is a completed one.
			visits90: figure(await countVisitsSince(context, since), listVisits, `status=in=(completed,locked);mode!=phone;occurredOn=ge=${since}`),
			lateFollowUps: figure(await countLateFollowUps(context), listFollowUps, "late==true"),
			people: await readPeople(context),
		};
	}),

	implement(getNavigationCounts, countNavigation),
];
