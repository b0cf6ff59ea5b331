import type { Breakage } from "./breakages.ts";

const streams = { project: "contract", test: "contract/live" };
const rules = { project: "rules", test: "rules/live-changes" };
const screens = { project: "browser", test: "browser/live" };

/** What reaches colleagues, when and how. */
export const ofLiveChanges: Breakage[] = [
	{
		...streams,
		name: "live: what is added wakes nobody",
		file: "src/api/sql/migrations/0004-journal.sql",
		find: "perform pg_notify('jalon_changes', region_code) from (select distinct region_code from after_rows) touched;",
		replace: "",
		title: "les nouveautés en direct",
	},
	{
		...streams,
		name: "live: a session that was closed goes on listening",
		file: "src/api/change-streams.ts",
		find: "if (!isSame || (caller.sessionId !== undefined && !standing.has(caller.sessionId)))",
		replace: "if (!isSame)",
		title: "une session qu’on ferme ferme son fil",
	},
	{
		...rules,
		name: "live: a listener that has gone deaf is not noticed",
		file: "src/api/change-streams.ts",
		find: "(due.isBeat && tip > stream.told)",
		replace: "(due.isBeat && tip < 0)",
		title: "une annonce perdue par la base",
	},
	{
		...rules,
		name: "live: to follow keeps a session awake",
		file: "src/api/implement.ts",
		find: "ports.sessions.find(request, endpoint.background)",
		replace: "ports.sessions.find(request)",
		title: "ne tient pas une session éveillée",
	},
	{
		...screens,
		name: "live: rows move as soon as a colleague writes",
		file: "src/lib/live/follow.ts",
		find: "query.meta?.held !== undefined && query.isActive()",
		replace: "query.meta?.held === null && query.isActive()",
		title: "sans en bouger une ligne",
	},
	{
		...screens,
		name: "live: one's own changes are news",
		file: "src/lib/live/follow.ts",
		find: "concernsOf(elsewhere.filter(({ actorId }) => actorId !== me))",
		replace: "concernsOf(changes)",
		title: "les miennes ne s’annoncent pas",
	},
];
