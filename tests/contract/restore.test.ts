import { beforeAll, describe, expect, it } from "vitest";
import type { Visit } from "#contract/visits.ts";
import { addEmployer, as, newId, type Visitor } from "./support.ts";

type Problem = { code: string; detail?: string; title?: string };
type Version = { version: number; fields: Record<string, unknown> };

let advisor: Visitor;
let today: string;
const day = (offset: number) => new Date(Date.parse(`${today}T12:00:00Z`) + offset * 86_400_000).toISOString().slice(0, 10);
beforeAll(async () => {
	advisor = await as("advisor");
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});

const report = () => ({
	needs: [{ id: newId(), occupationCode: "72106", posts: 3, permanence: "permanent" }],
	nextSteps: [{ id: newId(), kind: "summaryEmail", title: "Courriel", ownerId: advisor.person?.id, dueOn: day(2) }],
	profile: { activity: "Portes et fenêtres", employeesTotal: 40 },
	capacity: { housing: "searching", note: "Rien au village" },
});
async function aVisit(fields: Record<string, unknown> = {}): Promise<Visit> {
	const employerIds = [(await addEmployer(advisor)).id];
	const body = {
		id: newId(),
		status: "draft",
		mode: "onSite",
		occurredOn: today,
		headline: "Comme au début",
		employerIds,
		adviserIds: [advisor.person?.id],
		...fields,
	};
	return (await advisor.post<Visit>("/visits", body)).body;
}
const change = ({ id, version }: Visit, body: unknown) => advisor.patch<Visit & Problem>(`/visits/${id}`, body, { ifMatch: version });
/** What the screen sends for « Rétablir cette version »: what the version held of the report and its heading, never its state. */
async function restore(visit: Visit, version: number) {
	const { fields } = (await advisor.get<Version>(`/history/visit/${visit.id}/${version}`)).body;
	const names = ["mode", "occurredOn", "durationMinutes", "headline", "summary", "solutions", "noFollowUpReason", "nextContactOn", "report"];
	return change(visit, Object.fromEntries(names.map((name) => [name, fields[name]])));
}

describe("rétablir une version d’une visite", () => {
	it("remet ses blocs tels qu’ils étaient, et les besoins redeviennent ceux de cette version", async () => {
		const told = report();
		const first = await aVisit({ report: told });
		const second = (await change(first, { headline: "Tout autre", report: { profile: { activity: "Effacé par mégarde" } } })).body;
		expect((await advisor.get(`/labour-needs/${told.needs[0]?.id}`)).status).toBe(404);
		const { status, body } = await restore(second, first.version);
		expect([status, body.headline, body.report]).toEqual([200, "Comme au début", first.report]);
		expect((await advisor.get(`/labour-needs/${told.needs[0]?.id}`)).body).toMatchObject({ posts: 3, visitId: first.id });
	});

	it("ne rouvre pas un rapport complété, et ne le rend pas incomplet", async () => {
		const empty = await aVisit();
		const filled = (await change(empty, { report: report() })).body;
		const completed = (await advisor.post<Visit>(`/visits/${filled.id}/completion`, { completedOn: today }, { ifMatch: filled.version })).body;
		expect(completed.status).toBe("completed");
		const refused = await restore(completed, empty.version);
		expect([refused.status, refused.body.code]).toEqual([422, "visit-incomplete"]);
		const back = await restore(completed, filled.version);
		expect([back.status, back.body.status]).toEqual([200, "completed"]);
	});

	it.each([
		[
			"verrouillé",
			async (visit: Visit) => (await advisor.post<Visit>(`/visits/${visit.id}/completion`, { completedOn: day(-31) }, { ifMatch: visit.version })).body,
		],
		["annulé", async (visit: Visit) => (await advisor.post<Visit>(`/visits/${visit.id}/cancellation`, { reason: "Absent" }, { ifMatch: visit.version })).body],
	])("est refusé en français pour un rapport %s, qui reste tel quel", async (_, end) => {
		const first = await aVisit({ occurredOn: day(-31), report: report() });
		const second = (await change(first, { headline: "Après" })).body;
		const ended = await end(second);
		const { status, body } = await restore(ended, first.version);
		expect([status, body.code]).toEqual([422, "visit-not-editable"]);
		expect(JSON.stringify(body)).toContain("ne peut plus être modifiée");
		expect((await advisor.get<Visit>(`/visits/${first.id}`)).body).toEqual(ended);
	});
});
