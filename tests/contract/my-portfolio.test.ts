import { beforeAll, describe, expect, it } from "vitest";
import type { TimelineEntry } from "#contract/employer-timeline.ts";
import type { Employer, EmployerRow } from "#contract/employers.ts";
import type { MyPortfolio } from "#contract/my-portfolio.ts";
import type { Visit, VisitRow } from "#contract/visits.ts";
import { type Answer, addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

let advisor: Visitor;
let colleague: Visitor;
let today: string;
beforeAll(async () => {
	advisor = await as("advisor");
	colleague = await as("advisor", 1);
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});

/** All of it, some employers at a time; or what was written of since. */
async function whole(limit: number, { visitor = advisor, since }: { visitor?: Visitor; since?: number } = {}): Promise<MyPortfolio[]> {
	const pages: MyPortfolio[] = [];
	for (let after: string | null = ""; after !== null; ) {
		const { status, body }: Answer<MyPortfolio> = await visitor.get(
			`/my-portfolio?limit=${limit}${after && `&after=${after}`}${since === undefined ? "" : `&since=${since}`}`,
		);
		expect(status).toBe(200);
		pages.push(body);
		after = body.next;
	}
	return pages;
}
const names = (pages: MyPortfolio[]) => pages.flatMap(({ employers }) => employers.map(({ id }) => id));
const list = async <Row>(path: string) => (await advisor.get<Page<Row>>(path)).body.items;

describe("ce qu’un appareil garde pour travailler sans réseau", () => {
	it("tous mes employeurs y sont, par morceaux, chacun une fois", async () => {
		const pages = await whole(40);
		const ids = names(pages);
		expect(new Set(ids).size).toBe(ids.length);
		expect(pages.map(({ total }) => total)).toEqual(pages.map(() => ids.length));
		const mine = await list<EmployerRow>(`/employers?filter=advisorId==${advisor.person?.id}&limit=500`);
		expect(ids).toEqual(expect.arrayContaining(mine.map(({ id }) => id)));
		expect(names(await whole(250)).sort()).toEqual(ids.sort());
	});

	it("chacun y est tel que sa fiche le montre : personnes-ressources, dossiers ouverts, besoins, suivis, dernières visites et fil", async () => {
		const [page] = await whole(250);
		const visited = page?.employers.filter(({ lastVisitOn, openNeeds }) => lastVisitOn && openNeeds > 0).slice(0, 3) ?? [];
		expect(visited).toHaveLength(3);
		for (const employer of visited) {
			const of = `employerId==${employer.id}`;
			const those = <Row extends { employerId: string | null }>(rows: readonly Row[]) => rows.filter(({ employerId }) => employerId === employer.id);
			expect(employer).toEqual((await advisor.get<Employer>(`/employers/${employer.id}`)).body);
			expect(those(page?.supportCases ?? [])).toEqual(await list(`/support-cases?filter=${of};open==true&sort=-openedOn`));
			expect(those(page?.followUps ?? [])).toEqual(await list(`/follow-ups?filter=${of};done==false&sort=dueOn&limit=500`));
			expect(new Set(those(page?.labourNeeds ?? []))).toEqual(new Set(await list(`/labour-needs?filter=${of}&limit=500`)));
			const visits = page?.visits.filter(({ employers }) => employers.some(({ employerId }) => employerId === employer.id)) ?? [];
			const completed = await list<VisitRow>(`/visits?filter=${of};status=in=(completed,locked)&sort=-occurredOn&limit=2`);
			const begun = await list<VisitRow>(`/visits?filter=${of};status=in=(planned,draft)&limit=100`);
			expect(new Set(visits)).toEqual(new Set([...completed, ...begun]));
			const thread = await list<TimelineEntry>(`/employers/${employer.id}/timeline?limit=5`);
			expect(page?.threads.find(({ employerId }) => employerId === employer.id)?.items).toEqual(thread);
		}
	});

	it("l’employeur d’une collègue y vient quand je l’ai visité, et pas avant ; archivé, il n’y est plus", async () => {
		const theirs = await addEmployer(colleague, { advisorId: colleague.person?.id });
		expect(names(await whole(250))).not.toContain(theirs.id);
		const id = newId();
		const people = [advisor.person?.id, colleague.person?.id];
		await advisor.post("/visits", { id, status: "draft", employerIds: [theirs.id], adviserIds: people, mode: "onSite", occurredOn: today });
		expect(names(await whole(250))).toContain(theirs.id);
		expect((await colleague.post(`/employers/${theirs.id}/archiving`, { reason: "businessClosed" }, { ifMatch: theirs.version })).status).toBe(200);
		expect(names(await whole(250))).not.toContain(theirs.id);
	});

	it("rafraîchi, il n’apporte que ce dont on a écrit depuis : une visite, un suivi, une personne-ressource ; et ce qui l’a quitté", async () => {
		const [mine, other, gone] = await Promise.all([1, 2, 3].map(() => addEmployer(advisor)));
		if (!mine || !other || !gone) throw new Error("Three are needed.");
		const { tip } = (await advisor.get<MyPortfolio>("/my-portfolio?limit=1")).body;
		expect(await whole(50, { since: tip })).toMatchObject([{ employers: [], left: [], tip }]);
		const visit = {
			id: newId(),
			status: "draft",
			employerIds: [mine.id],
			adviserIds: [advisor.person?.id],
			mode: "onSite",
			occurredOn: today,
			headline: "À finir",
		};
		await advisor.post("/visits", visit);
		const contact = {
			id: newId(),
			employerId: other.id,
			name: "Odile Exemple",
			jobTitle: null,
			phone: null,
			phoneExtension: null,
			email: null,
			isPrimary: true,
		};
		await advisor.post("/contacts", contact);
		await advisor.post(`/employers/${gone.id}/archiving`, { reason: "businessClosed" }, { ifMatch: gone.version });
		const news = await whole(1, { since: tip });
		expect(names(news).sort()).toEqual([mine.id, other.id].sort());
		expect(news.map(({ left }) => left)).toEqual([[gone.id], []]);
		expect(news.flatMap(({ reports }) => reports)).toEqual([(await advisor.get<Visit>(`/visits/${visit.id}`)).body]);
		// The visit was another's: whom it was taken from hears of it too.
		const { tip: later } = news[0] as MyPortfolio;
		const { version } = (await advisor.get<Visit>(`/visits/${visit.id}`)).body;
		await advisor.patch(`/visits/${visit.id}`, { employerIds: [other.id] }, { ifMatch: version });
		expect(names(await whole(50, { since: later })).sort()).toEqual([mine.id, other.id].sort());
		// An office restored from a backup stands behind what a device kept.
		expect((await whole(50, { since: later + 1_000_000 }))[0]?.tip).toBeLessThan(later + 1_000_000);
	});
});
