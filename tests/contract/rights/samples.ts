import { randomUUID } from "node:crypto";
import { mayReadHistory } from "#api/rules/history.ts";
import { canWriteEmployer, canWriteFollowUp, canWriteSupportCase, canWriteVisit } from "#api/rules/permissions.ts";
import type { RefusalCode } from "#contract/endpoint.ts";
import type { OperationId } from "#contract/endpoints.ts";
import { employerBody } from "../../support/employer-body.ts";
import type { Visitor } from "../support.ts";
import type { Cast, Estate, Person, Situation } from "./estates.ts";

export type Given = { estate: Estate; caller: Person; cast: Cast; as: (person: Person | null, spare?: boolean) => Visitor; isNobody: boolean };
export type Request = { path: string; body?: unknown; key?: string; ifMatch?: number };

export type Sample = {
	/** What a request of this endpoint looks like. What must stand before it is made here, by whoever may. */
	request: (given: Given) => Request | Promise<Request>;
	/** In which situations it means something; without any, the operation is about no record. */
	situations?: readonly Situation[];
	/** The territory: is the record seen at all from the caller's region? */
	seen?: (situation: Situation, who: Person) => boolean;
	/** The table of rights, once the record is seen. */
	may?: (who: Person, estate: Estate) => boolean;
	/** How a record that is not seen is refused, when the request names it in its body: the field. */
	field?: string;
	/** What an allowed call is refused with, for a reason that is not of rights. */
	otherwise?: RefusalCode;
	/** Ends the session it is asked in: another one of the same person is used. */
	endsSession?: boolean;
};

const everywhere = ["mine", "nobodys", "colleagues", "elsewhere", "former"] as const;
/** An employer and what hangs from it: gone with it, nothing is seen of it. */
const employers = { situations: everywhere, seen: (situation: Situation) => situation !== "elsewhere" && situation !== "former" };
/** What was recorded while the employer was ours is still read. */
const records = { situations: everywhere, seen: (situation: Situation) => situation !== "elsewhere" };
const people = { situations: ["mine", "colleagues", "elsewhere"], seen: (situation: Situation) => situation !== "elsewhere" } as const;

const employerOf = ({ employerRegion, advisorId }: Estate) => ({ regionCode: employerRegion, advisorId });
const writesEmployer = (who: Person, estate: Estate) => canWriteEmployer(asWho(who), employerOf(estate));
const writesCase = (who: Person, { employerRegion, caseAdvisorId, advisorId }: Estate) =>
	canWriteSupportCase(asWho(who), { regionCode: employerRegion, advisorId: caseAdvisorId, employerAdvisorId: advisorId });
const writesVisit = (who: Person, { recordRegion, employerRegion, adviserIds }: Estate) =>
	canWriteVisit(asWho(who), { regionCode: recordRegion, adviserIds, isHere: employerRegion === recordRegion });
const writesFollowUp = (who: Person, { employerRegion, ownerId, advisorId }: Estate) =>
	canWriteFollowUp(asWho(who), { regionCode: employerRegion, ownerIds: [ownerId], employerAdvisorId: advisorId });
function asWho({ id, role, regionCode }: Person) {
	return { personId: id, role, regionCode };
}

/** What writes each kind of record: the rows of the database are judged by the same. */
export const writing = { employer: writesEmployer, supportCase: writesCase, visit: writesVisit, followUp: writesFollowUp };

/** The version, read by a manager of where the record is seen. */
const version = async ({ estate, cast, as }: Given, path: string, region: string) => {
	const { status, body } = await as(region === "16" ? cast.of.manager : cast.neighbourManager).get<{ version: number }>(path);
	if (status !== 200) throw new Error(`${path} (${estate.situation}) answered ${status} to its own manager`);
	return body.version;
};
const changed = async (given: Given, path: string, region: string, body: unknown, action = ""): Promise<Request> => ({
	path: `${path}${action}`,
	body,
	ifMatch: await version(given, path, region),
});
const at = (path: string): Sample => ({ request: () => ({ path }) });
const today = "2026-11-24";
const need = {
	occupationCode: "94140",
	posts: 2,
	permanence: "permanent",
	startOn: null,
	hourlyWageCents: null,
	frenchLevel: null,
	schedule: null,
	requirements: null,
	vacantMonths: null,
	localEfforts: null,
};
/** One stage for each of the two roles that change them: asked at the same instant, they do not overtake each other. */
const ownStage = async ({ as, cast, caller }: Given) =>
	(await as(cast.of.manager).get<{ items: { id: string; version: number }[] }>("/stage-settings")).body.items[caller.role === "manager" ? 0 : 1] ?? {
		id: randomUUID(),
		version: 1,
	};
const handOverBody = ({ cast }: Given, id: string) => ({
	id,
	fromPersonId: cast.gone.id,
	reason: "leave",
	effectiveOn: today,
	toPersonId: cast.colleague.id,
	expected: { employers: 0, supportCases: 0, followUps: 0, visits: 0 },
});
/** Of somebody who holds nothing: who may do it is judged, not what moves. */
async function madeHandOver(given: Given): Promise<string> {
	const id = randomUUID();
	if (!given.isNobody) await given.as(given.cast.of.manager).post("/hand-overs", handOverBody(given, id));
	return id;
}
/** A file brought by each author, given up at once: whoever may act on it hears that it is over, whoever may not that they may not. */
const brought = new Map<string, Promise<string>>();
const importOf = ({ estate, caller, cast, as }: Given): Promise<string> => {
	const isCounsellor = ["advisor", "recruitmentAdvisor", "manager"].includes(caller.role);
	const author =
		estate.situation === "elsewhere" ? cast.neighbour : estate.situation === "colleagues" ? cast.colleague : isCounsellor ? caller : cast.of.manager;
	const bring = async () => {
		const id = randomUUID();
		const { status } = await as(author).send("POST", "/imports?target=employers&fileName=essai.csv", {
			key: id,
			rawBody: "Nom;Ville\nAtelier;Nulle-Part\n",
			headers: { "content-type": "application/octet-stream" },
		});
		if (status !== 201) throw new Error(`bringing a file answered ${status}`);
		await as(author).post(`/imports/${id}/cancel`, undefined);
		return id;
	};
	const made = brought.get(author.id) ?? bring();
	brought.set(author.id, made);
	return made;
};
const theirImports = { situations: ["mine", "colleagues", "elsewhere"] as const, seen: (situation: Situation) => situation !== "elsewhere" };
const importRead = (end = ""): Sample => ({ ...theirImports, request: async (given) => ({ path: `/imports/${await importOf(given)}${end}` }) });
const importAct = (end: string, may: Sample["may"], more: Partial<Request> = {}): Sample => ({
	...theirImports,
	may,
	otherwise: "conflict",
	request: async (given) => ({ path: `/imports/${await importOf(given)}${end}`, ...more }),
});
const bringsIt: Sample["may"] = (_who, { situation }) => situation === "mine";
const stopsIt: Sample["may"] = ({ role }, { situation }) => role === "manager" || situation === "mine";
const contactFields = { name: "Personne Ajoutée", jobTitle: null, phone: null, phoneExtension: null, email: null, isPrimary: false };

/** One request for each endpoint of the contract: a new one is written here, or the matrix says that it is missing. */
export const samples: Record<OperationId, Sample | Sample[]> = {
	getHealth: at("/health"),
	getSession: at("/session"),
	listSessionPeople: at("/session/people"),
	createSession: { request: ({ caller }) => ({ path: "/session", body: { personId: caller.id } }), otherwise: "forbidden" },
	deleteSession: { ...at("/session"), endsSession: true },
	getSetup: at("/setup"),
	createFirstAdministrator: {
		request: () => ({
			path: "/setup",
			body: { id: randomUUID(), name: "Autre", email: "autre@exemple.ca", password: "trois petits chats gris", regionCode: "16" },
		}),
		otherwise: "already-set-up",
	},
	// What is judged comes before the password, which takes its time on purpose.
	signIn: { request: () => ({ path: "/sign-in", body: {} }), otherwise: "invalid-input" },
	changePassword: { request: () => ({ path: "/account/password", body: {} }), otherwise: "invalid-input" },
	listOwnSessions: at("/account/sessions"),
	closeOtherSessions: at("/account/sessions"),
	listPeople: at("/people"),
	getPerson: { ...people, request: ({ estate }) => ({ path: `/people/${estate.person}` }) },
	createPerson: {
		request: () => {
			const id = randomUUID();
			return { path: "/people", body: { id, name: "Personne Nouvelle", email: `n${id}@exemple.ca`, role: "advisor", servicePointId: null } };
		},
	},
	updatePerson: {
		...people,
		request: async ({ estate, as, cast }) => {
			const { body } = await as(cast.of.administrator).get<{ version?: number }>(`/people/${estate.person}`);
			return { path: `/people/${estate.person}`, body: { name: "Personne Renommée" }, ifMatch: body.version ?? 1 };
		},
	},
	issuePassword: { ...people, request: ({ estate }) => ({ path: `/people/${estate.person}/temporary-password` }), may: (who, { person }) => person !== who.id },
	listAccountEvents: at("/account-events"),
	countAccountEvents: at("/account-events/facets?fields=kind,personId"),
	listHistory: [
		{ ...employers, request: ({ estate }) => ({ path: `/history/employer/${estate.employer}` }), may: ({ role }) => mayReadHistory(role, "employer") },
		{ ...records, request: ({ estate }) => ({ path: `/history/supportCase/${estate.supportCase}` }), may: ({ role }) => mayReadHistory(role, "supportCase") },
		{ ...people, request: ({ estate }) => ({ path: `/history/person/${estate.person}` }), may: ({ role }) => mayReadHistory(role, "person") },
	],
	getVersion: {
		...employers,
		request: ({ estate }) => ({ path: `/history/employer/${estate.employer}/1` }),
		may: ({ role }) => mayReadHistory(role, "employer"),
	},
	undoBatch: {
		situations: ["mine", "colleagues", "elsewhere"],
		// Of a colleague's follow-up, an administrator reads no history: it is not even there.
		seen: (situation, { role }) => situation !== "elsewhere" && !(role === "administrator" && situation === "colleagues"),
		may: ({ role }, { situation }) => role === "manager" || situation === "mine",
		request: async (given) => {
			const { estate, caller, cast, as, isNobody } = given;
			if (isNobody) return { path: `/batches/${randomUUID()}/undo` };
			const key = randomUUID();
			const isOwn = estate.situation === "mine";
			const path = isOwn && caller.role === "administrator" ? `/people/${cast.visited.id}` : `/follow-ups/${estate.followUp}`;
			const isWriter = ["advisor", "recruitmentAdvisor", "manager", "administrator"].includes(caller.role);
			const author = isOwn ? (isWriter ? caller : cast.of.manager) : estate.situation === "colleagues" ? cast.colleague : cast.neighbour;
			const { body: stored } = await as(author).get<{ version: number }>(path);
			const words = `Essai ${key.slice(0, 4)}`;
			const { status } = await as(author).patch(path, path.startsWith("/people") ? { name: words } : { title: words }, { ifMatch: stored.version, key });
			if (status !== 200) throw new Error(`what was to be undone was not done: ${status}`);
			return { path: `/batches/${key}/undo` };
		},
	},
	listChanges: at("/changes?since=0"),
	streamChanges: at("/changes/stream"),
	getFirstSteps: at("/first-steps"),
	loadDemonstration: { request: () => ({ path: "/demonstration" }), otherwise: "office-not-empty" },
	redactRecord: {
		...employers,
		request: ({ estate }) => ({
			path: "/redactions",
			body: { id: randomUUID(), entity: "contact", entityId: estate.contact, fields: ["jobTitle"], reason: "Demandé" },
		}),
		may: writesEmployer,
	},
	listRedactions: at("/redactions"),
	getReference: at("/reference"),
	searchRecords: at("/search?q=bois"),
	listOccupations: at("/occupations?q=bois"),
	listEmployers: at("/employers"),
	countEmployers: at("/employers/facets?fields=stage"),
	getEmployer: { ...employers, request: ({ estate }) => ({ path: `/employers/${estate.employer}` }) },
	listTimeline: { ...employers, request: ({ estate }) => ({ path: `/employers/${estate.employer}/timeline` }) },
	createEmployer: {
		situations: ["mine", "elsewhere"],
		seen: (situation) => situation !== "elsewhere",
		field: "establishment.municipalityCode",
		request: ({ estate }) => {
			const body = employerBody();
			return {
				path: "/employers",
				body: estate.situation === "mine" ? body : { ...body, establishment: { ...body.establishment, municipalityCode: "47017" } },
			};
		},
	},
	updateEmployer: {
		...employers,
		may: writesEmployer,
		request: (given) => changed(given, `/employers/${given.estate.employer}`, given.estate.employerRegion, { activity: "Autre" }),
	},
	// What is open must be settled first: whoever may archive is told so.
	archiveEmployer: {
		...employers,
		may: writesEmployer,
		request: (given) => changed(given, `/employers/${given.estate.employer}`, given.estate.employerRegion, { reason: "outOfScope" }, "/archiving"),
		otherwise: "follow-ups-open",
	},
	unarchiveEmployer: {
		...employers,
		may: writesEmployer,
		request: (given) => changed(given, `/employers/${given.estate.employer}`, given.estate.employerRegion, undefined, "/unarchiving"),
		otherwise: "not-archived",
	},
	createContact: {
		...employers,
		may: writesEmployer,
		request: ({ estate }) => ({ path: "/contacts", body: { id: randomUUID(), employerId: estate.employer, ...contactFields } }),
	},
	updateContact: {
		...employers,
		may: writesEmployer,
		request: async ({ estate, cast, as }) => {
			const manager = estate.employerRegion === "16" ? cast.of.manager : cast.neighbourManager;
			const { status, body } = await as(manager).get<{ contacts: { id: string; version: number }[] }>(`/employers/${estate.employer}`);
			if (status !== 200) throw new Error(`the employer of a contact answered ${status} to its own manager`);
			return {
				path: `/contacts/${estate.contact}`,
				body: { jobTitle: "Direction" },
				ifMatch: body.contacts.find(({ id }) => id === estate.contact)?.version ?? 0,
			};
		},
	},
	listSupportCases: at("/support-cases"),
	countSupportCases: at("/support-cases/facets?fields=stage"),
	getBoard: at("/support-cases/board"),
	getSupportCase: { ...records, request: ({ estate }) => ({ path: `/support-cases/${estate.supportCase}` }) },
	createSupportCase: {
		...employers,
		field: "employerId",
		may: writesEmployer,
		request: ({ estate }) => ({ path: "/support-cases", body: { id: randomUUID(), employerId: estate.employer, advisorId: null, openedOn: today } }),
	},
	updateSupportCase: {
		...records,
		may: writesCase,
		request: (given) =>
			changed(given, `/support-cases/${given.estate.supportCase}`, given.estate.recordRegion, { pausedUntil: "2026-12-20", pauseReason: "Congé" }),
	},
	moveSupportCase: {
		...records,
		may: writesCase,
		request: (given) =>
			changed(
				given,
				`/support-cases/${given.estate.supportCase}`,
				given.estate.recordRegion,
				{
					id: randomUUID(),
					toStage: "firstContact",
					movedOn: today,
					evidence: ["interactionLogged", "neqVerified"].map((criterion) => ({ id: randomUUID(), criterion, occurredOn: today, note: "Vu" })),
				},
				"/moves",
			),
	},
	reopenSupportCase: {
		...records,
		may: writesCase,
		request: ({ estate }) => ({ path: `/support-cases/${estate.supportCase}/reopening`, body: { id: randomUUID(), advisorId: null, openedOn: today } }),
		otherwise: "not-closed",
	},
	listStageSettings: at("/stage-settings"),
	getStageSetting: { request: async (given) => ({ path: `/stage-settings/${(await ownStage(given)).id}` }) },
	updateStageSetting: {
		request: async (given) => {
			const { id, version } = await ownStage(given);
			return { path: `/stage-settings/${id}`, body: { staleAfterDays: 15 }, ifMatch: version };
		},
	},
	getPortfolio: { request: ({ cast }) => ({ path: `/hand-overs/portfolio?personId=${cast.gone.id}` }) },
	listHandOvers: at("/hand-overs"),
	getHandOver: { request: async (given) => ({ path: `/hand-overs/${await madeHandOver(given)}` }) },
	createHandOver: { request: (given) => ({ path: "/hand-overs", body: handOverBody(given, randomUUID()) }) },
	undoHandOver: { request: async (given) => ({ path: `/hand-overs/${await madeHandOver(given)}/undoing` }) },
	listLabourNeeds: at("/labour-needs"),
	countLabourNeeds: at("/labour-needs/facets?fields=open"),
	getLabourNeed: { ...records, request: ({ estate }) => ({ path: `/labour-needs/${estate.labourNeed}` }) },
	createLabourNeed: {
		...employers,
		field: "employerId",
		may: writesEmployer,
		request: ({ estate }) => ({ path: "/labour-needs", body: { id: randomUUID(), employerId: estate.employer, ...need } }),
	},
	updateLabourNeed: {
		...records,
		may: writesEmployer,
		request: (given) => changed(given, `/labour-needs/${given.estate.labourNeed}`, given.estate.recordRegion, { posts: 4 }),
	},
	listVisits: at("/visits"),
	countVisits: at("/visits/facets?fields=status"),
	getVisit: { ...records, request: ({ estate }) => ({ path: `/visits/${estate.visit}` }) },
	createVisit: {
		...employers,
		field: "employerIds.0",
		request: ({ estate, caller, cast }) => ({
			path: "/visits",
			body: {
				id: randomUUID(),
				status: "draft",
				employerIds: [estate.employer],
				adviserIds: [caller.role === "manager" ? cast.colleague.id : caller.id],
				mode: "onSite",
				occurredOn: today,
				report: { needs: [{ id: randomUUID(), ...need }] },
			},
		}),
	},
	updateVisit: {
		...records,
		may: writesVisit,
		request: (given) => changed(given, `/visits/${given.estate.visit}`, given.estate.recordRegion, { headline: "Relu" }),
	},
	completeVisit: {
		...records,
		may: writesVisit,
		request: (given) => changed(given, `/visits/${given.estate.visit}`, given.estate.recordRegion, { completedOn: today }, "/completion"),
		otherwise: "visit-incomplete",
	},
	cancelVisit: {
		...records,
		may: writesVisit,
		request: (given) => changed(given, `/visits/${given.estate.plannedVisit}`, given.estate.recordRegion, { reason: "Fermé ce jour-là" }, "/cancellation"),
	},
	addVisitAddendum: {
		...records,
		may: writesVisit,
		request: ({ estate }) => ({ path: `/visits/${estate.visit}/addenda`, body: { id: randomUUID(), text: "Précision" } }),
		otherwise: "visit-not-editable",
	},
	listFollowUps: at("/follow-ups"),
	countFollowUps: at("/follow-ups/facets?fields=done"),
	listFollowUpRules: at("/follow-up-rules"),
	listFollowUpProposals: at("/follow-up-proposals"),
	getFollowUp: { ...records, request: ({ estate }) => ({ path: `/follow-ups/${estate.followUp}` }) },
	createFollowUp: {
		...employers,
		field: "employerId",
		// Given to somebody else: whose employer it is decides alone.
		may: (who, estate) => writesFollowUp(who, { ...estate, ownerId: "" }),
		request: ({ estate, cast }) => ({
			path: "/follow-ups",
			body: { id: randomUUID(), employerId: estate.employer, kind: "call", title: "Rappeler", ownerId: cast.visited.id, dueOn: "2026-12-01" },
		}),
	},
	updateFollowUp: {
		...records,
		may: writesFollowUp,
		request: (given) => changed(given, `/follow-ups/${given.estate.followUp}`, given.estate.recordRegion, { title: "Rappeler encore" }),
	},
	listToolUses: at("/tool-uses"),
	countToolUses: at("/tool-uses/facets?fields=tool"),
	getToolUse: { ...records, request: ({ estate }) => ({ path: `/tool-uses/${estate.toolUse}` }) },
	createToolUse: {
		...employers,
		field: "employerId",
		may: writesEmployer,
		request: ({ estate }) => ({
			path: "/tool-uses",
			body: {
				id: randomUUID(),
				employerId: estate.employer,
				tool: "employerPortal",
				event: "search",
				occurredOn: today,
				quantity: 1,
				mission: null,
				source: "declared",
				note: null,
			},
		}),
	},
	listImports: at("/imports"),
	countImports: at("/imports/facets?fields=state"),
	getImport: importRead(),
	// Its bytes are no JSON: what is judged here comes before them.
	createImport: { request: () => ({ path: "/imports?target=employers&fileName=essai.csv", body: {} }), otherwise: "wrong-content-type" },
	updateImport: importAct("", bringsIt, { body: { columns: [] }, ifMatch: 1 }),
	listImportRows: importRead("/rows"),
	countImportRows: importRead("/rows/facets?fields=outcome"),
	chooseImportRows: importAct("/choices", bringsIt, { body: { outcome: "error", choice: "skip" } }),
	applyImport: importAct("/apply", bringsIt),
	cancelImport: importAct("/cancel", stopsIt),
	undoImport: importAct("/undo", stopsIt),
	getFailedImportRows: importRead("/failed-rows"),
	getImportSample: at("/import-samples/employers/csv"),
	getDashboard: at("/dashboard"),
	getMyDay: at("/my-day"),
	listIndicators: at("/indicators"),
	getIndicator: at("/indicators/I02"),
	listIndicatorRows: at("/indicators/I02/rows"),
	countIndicatorRows: at("/indicators/I02/facets?fields=mrcCode"),
	getNavigationCounts: at("/navigation-counts"),
};
