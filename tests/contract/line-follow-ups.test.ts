import { beforeAll, describe, expect, it } from "vitest";
import { isBusinessDay, onOrAfter } from "#contract/business-days.ts";
import type { FollowUp } from "#contract/follow-ups.ts";
import type { ImmigrationLine, ImmigrationLineChange } from "#contract/immigration-lines.ts";
import { blankLine } from "../support/blank-bodies.ts";
import { addEmployer, as, newId, type Page, type Visitor } from "./support.ts";

let advisor: Visitor;
let today: string;
beforeAll(async () => {
	advisor = await as("advisor");
	today = (await advisor.get<{ today: string }>("/reference")).body.today;
});
const inDays = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
async function add(fields: Record<string, unknown>) {
	const employerId = (await addEmployer(advisor)).id;
	const reply = await advisor.post<ImmigrationLine>("/immigration-lines", {
		id: newId(),
		employerId,
		...blankLine,
		label: "Soudeuse 1 – Tunisie",
		path: "tfwp",
		hiredOn: inDays(-300),
		...fields,
	});
	expect(reply.status).toBe(201);
	return reply.body;
}
const change = async ({ id, version }: ImmigrationLine, body: ImmigrationLineChange) => {
	const reply = await advisor.patch<ImmigrationLine>(`/immigration-lines/${id}`, body, { ifMatch: version });
	expect(reply.status).toBe(200);
	return reply.body;
};
const followUpsOf = async ({ employerId }: ImmigrationLine) => (await advisor.get<Page<FollowUp>>(`/follow-ups?filter=employerId==${employerId}`)).body.items;
const openOf = async (line: ImmigrationLine) =>
	(await followUpsOf(line)).filter(({ doneOn }) => doneOn === null).map(({ ruleCode, dueOn }) => `${ruleCode} ${dueOn}`);
const revise = async (followUp: FollowUp | undefined, body: object) =>
	expect((await advisor.patch(`/follow-ups/${followUp?.id}`, body, { ifMatch: followUp?.version ?? 0 })).status).toBe(200);

describe("les suivis d’un dossier d’immigration", () => {
	it("la demande déposée appelle son état, à qui suit l’employeur, et dit d’où il vient ; trente jours après qu’il est fait, le suivant", async () => {
		const line = await add({ filedOn: inDays(-3) });
		const [first, ...others] = await followUpsOf(line);
		expect(others).toEqual([]);
		expect(first).toMatchObject({
			...{
				origin: "catalogue",
				ruleCode: "lmiaStatus",
				kind: "filingStatus",
				ownerId: advisor.person?.id,
				dueOn: onOrAfter(inDays(27)),
				can: { update: true },
			},
			title: "État de la demande d’EIMT\u00A0: Soudeuse 1 – Tunisie",
		});
		await revise(first, { doneOn: today });
		const open = (await followUpsOf(line)).filter(({ doneOn }) => doneOn === null);
		expect(open.map(({ ruleCode, origin }) => [ruleCode, origin])).toEqual([["lmiaStatus", "series"]]);
		expect(isBusinessDay(String(open[0]?.dueOn))).toBe(true);
		// Decided, the series ends of itself.
		await change(line, { decidedOn: today });
		expect(await openOf(line)).toEqual([`lmiaNext ${onOrAfter(today)}`]);
	});

	it("un suivi se ferme de lui-même quand ce qu’il attend est dit, et revient si on le retire", async () => {
		let line = await add({ path: "imp", permitFiledOn: inDays(-200), permitApprovedOn: inDays(-4) });
		const before = await openOf(line);
		expect(before).toHaveLength(1);
		line = await change(line, { arrivedOn: inDays(-1) });
		expect((await followUpsOf(line)).find(({ ruleCode }) => ruleCode === "arrivalPlanning")).toMatchObject({ doneOn: today, cancelReason: null });
		line = await change(line, { arrivedOn: null });
		expect(await openOf(line)).toEqual(before);
		const arrivalWeek = (await followUpsOf(line)).find(({ ruleCode }) => ruleCode === "arrivalWeek");
		expect(arrivalWeek).toMatchObject({ doneOn: today, cancelReason: "notNeeded" });
	});

	it("il suit le jour de son étape, sauf celui que l’on a remis soi-même", async () => {
		let line = await add({ path: "openPermit", startedOn: inDays(-10) });
		const [one, three] = await followUpsOf(line);
		await revise(three, { dueOn: inDays(100), postponeReason: "employerAsked" });
		line = await change(line, { startedOn: inDays(-3) });
		const after = await followUpsOf(line);
		const dueOf = (id: string | undefined) => after.find((each) => each.id === id)?.dueOn;
		expect(String(dueOf(one?.id)) > String(one?.dueOn)).toBe(true);
		expect(dueOf(three?.id)).toBe(inDays(100));
		expect(after).toHaveLength(4);
	});

	it("un seul rappel pour un permis ; renouvelé, son rappel revient pour le nouveau", async () => {
		let line = await add({ path: "imp", permitFiledOn: inDays(-300), permitApprovedOn: inDays(-250), permitExpiresOn: inDays(100) });
		const renewals = async () => (await followUpsOf(line)).filter(({ kind, doneOn }) => kind === "renewal" && doneOn === null);
		expect((await renewals()).map(({ ruleCode }) => ruleCode)).toEqual(["permitRenewal120"]);
		await revise((await renewals())[0], { doneOn: today });
		line = await change(line, { note: "Rien de neuf" });
		expect(await renewals()).toEqual([]);
		line = await change(line, { permitExpiresOn: inDays(110) });
		expect((await renewals()).map(({ ruleCode }) => ruleCode)).toEqual(["permitRenewal120"]);
		line = await change(line, { permitExpiresOn: inDays(830) });
		expect((await renewals()).map(({ ruleCode, dueOn }) => [ruleCode, dueOn])).toEqual([["permitRenewal180", onOrAfter(inDays(650))]]);
	});

	it("de qui n’est plus suivi, rien ne reste à faire ; la fin retirée, tout revient", async () => {
		let line = await add({ path: "openPermit", startedOn: inDays(-10), permitExpiresOn: inDays(400) });
		const before = await openOf(line);
		expect(before).toHaveLength(5);
		line = await change(line, { endedOn: today, endReason: "left" });
		expect(await openOf(line)).toEqual([]);
		line = await change(line, { endedOn: null, endReason: null });
		expect(await openOf(line)).toEqual(before);
	});

	it("rouvert à la main, un suivi que la maison avait fermé reste à qui l’a rouvert", async () => {
		let line = await add({ filedOn: inDays(-3) });
		line = await change(line, { decidedOn: today });
		const closed = (await followUpsOf(line)).find(({ ruleCode }) => ruleCode === "lmiaStatus");
		await revise(closed, { doneOn: null });
		expect((await openOf(line)).some((open) => open.startsWith("lmiaStatus"))).toBe(true);
	});

	it("le prochain renouvellement se lit avec le dossier\u00A0: le rappel qui attend, le suivant dès qu’il est fait, aucun une fois le permis renouvelé au loin", async () => {
		const line = await add({ path: "openPermit", startedOn: inDays(-200), permitExpiresOn: inDays(130) });
		const read = async () => {
			const { items } = (await advisor.get<Page<ImmigrationLine>>(`/immigration-lines?filter=employerId==${line.employerId};open==true`)).body;
			return items.map(({ id, renewalOn }) => [id, renewalOn]);
		};
		const [reminder] = (await followUpsOf(line)).filter(({ ruleCode, doneOn }) => ruleCode?.startsWith("permit") && doneOn === null);
		expect(reminder).toBeDefined();
		expect(await read()).toEqual([[line.id, reminder?.dueOn]]);
		expect((await advisor.get<ImmigrationLine>(`/immigration-lines/${line.id}`)).body.renewalOn).toBe(reminder?.dueOn);
		await revise(reminder, { doneOn: today });
		expect(await read()).toEqual([[line.id, null]]);
		const silent = await add({ path: "openPermit", startedOn: inDays(-20) });
		expect(silent.renewalOn).toBeNull();
	});

	it("une étiquette qui change change le titre de ce qui reste à faire, d’un seul geste, et s’annule avec lui ; ce qui est fait ou nommé autrement garde son titre", async () => {
		const steps = { filedOn: inDays(-60), decidedOn: inDays(-50), permitFiledOn: inDays(-40), permitApprovedOn: inDays(-5) };
		const line = await add({ ...steps, permitExpiresOn: inDays(100) });
		const titles = async () => (await followUpsOf(line)).map(({ title, doneOn }) => `${doneOn === null ? "" : "(fait) "}${title}`).sort();
		const [first, second, ...rest] = (await followUpsOf(line)).filter(({ doneOn }) => doneOn === null);
		expect([first, second].map((one) => one?.title)).toEqual([
			expect.stringMatching(/: Soudeuse 1 – Tunisie$/),
			expect.stringMatching(/: Soudeuse 1 – Tunisie$/),
		]);
		await revise(second, { title: "Appeler la mère de Soudeuse 1 – Tunisie" });
		const other = await add({ filedOn: inDays(-3) });
		const before = await titles();
		const key = newId();
		const reply = await advisor.patch<ImmigrationLine>(`/immigration-lines/${line.id}`, { label: "Monteuse 7 – Maroc" }, { ifMatch: line.version, key });
		expect(reply.status).toBe(200);
		const after = await titles();
		expect(after).toContain(first?.title.replace("Soudeuse 1 – Tunisie", "Monteuse 7 – Maroc"));
		expect(after).toContain("Appeler la mère de Soudeuse 1 – Tunisie");
		expect(after.filter((title) => title.endsWith("Monteuse 7 – Maroc"))).toHaveLength(1 + rest.length);
		expect((await followUpsOf(other))[0]?.title).toMatch(/: Soudeuse 1 – Tunisie$/);
		expect((await advisor.post(`/batches/${key}/undo`, undefined)).status).toBe(200);
		expect(await titles()).toEqual(before);
		expect((await advisor.get<ImmigrationLine>(`/immigration-lines/${line.id}`)).body.label).toBe("Soudeuse 1 – Tunisie");
		// What is done keeps the name it was done under.
		await revise(
			(await followUpsOf(line)).find(({ id }) => id === first?.id),
			{ doneOn: today },
		);
		const { version } = (await advisor.get<ImmigrationLine>(`/immigration-lines/${line.id}`)).body;
		await advisor.patch(`/immigration-lines/${line.id}`, { label: "Monteuse 8" }, { ifMatch: version });
		expect(await titles()).toContain(`(fait) ${first?.title}`);
	});
});
