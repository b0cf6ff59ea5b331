import { randomUUID } from "node:crypto";
import { mayReadHistory } from "#api/rules/history.ts";
import { canWriteEmployer, canWriteFollowUp, canWriteRegistration, canWriteSupportCase, canWriteVisit, sidesOfReferral } from "#api/rules/permissions.ts";
import type { RefusalCode } from "#contract/endpoint.ts";
import type { OperationId } from "#contract/endpoints.ts";
import { employerBody } from "../../support/employer-body.ts";
import type { Visitor } from "../support.ts";
import type { Cast, Estate, Person, Situation } from "./estates.ts";

export type Given = { estate: Estate; caller: Person; cast: Cast; as: (person: Person | null, spare?: boolean) => Visitor; isNobody: boolean };
export type Request = { path: string; body?: unknown /** A file. */; text?: string; key?: string; ifMatch?: number };

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
/** Sent to a service by the owner of the estate: both sides are the sender's. */
const writesReferral = (who: Person, { recordRegion, ownerId, employerRegion, advisorId }: Estate) => {
	// An agent sees the employer of what they sent, whoever it is entrusted to.
	const employer = { regionCode: employerRegion, advisorId };
	return sidesOfReferral(asWho(who), { regionCode: recordRegion, employer, fromPersonId: ownerId, toPersonId: null }).isSender;
};
const writesRegistration = (who: Person, { recordRegion, ownerId, employerRegion, advisorId }: Estate) =>
	canWriteRegistration(asWho(who), { employer: { regionCode: employerRegion, advisorId }, regionCode: recordRegion, advisorId: ownerId });
function asWho({ id, role, regionCode }: Person) {
	return { personId: id, role, regionCode };
}

/** What writes each kind of record: the rows of the database are judged by the same. */
export const writing = {
	employer: writesEmployer,
	supportCase: writesCase,
	visit: writesVisit,
	followUp: writesFollowUp,
	referral: writesReferral,
	registration: writesRegistration,
};

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
const use = { tool: "employerPortal", event: "search", occurredOn: today, quantity: 1, mission: null, source: "declared", note: null };
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
	expected: { employers: 0, supportCases: 0, followUps: 0, visits: 0, referrals: 0 },
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
const managerThere = ({ estate, cast, as }: Given) => as(estate.employerRegion === "16" ? cast.of.manager : cast.neighbourManager);
/** The signal that the answer of this employer raises. */
const signalOf = async (given: Given) => {
	const { body } = await managerThere(given).get<{ items: { id: string }[] }>(`/signals?filter=employerId==${given.estate.employer};handled==false`);
	return body.items[0]?.id ?? randomUUID();
};
/** Another one, handled already, by a manager of where the employer is. */
async function handledSignal(given: Given): Promise<string> {
	const [id, handlingId] = [randomUUID(), randomUUID()];
	if (given.isNobody) return handlingId;
	const manager = managerThere(given);
	const body = { id, employerId: given.estate.employer, year: 2026, questionCode: "hiring", value: "5", answeredOn: today };
	const { status } = await manager.post("/questionnaire-answers", body);
	const { body: raised } = await manager.get<{ items: { id: string; sourceId: string }[] }>(`/signals?filter=employerId==${given.estate.employer}`);
	const signalId = raised.items.find(({ sourceId }) => sourceId === id)?.id;
	if (status !== 201 || !signalId) throw new Error(`the answer that raises a signal answered ${status}`);
	await manager.post("/signal-handlings", { id: handlingId, signalId, note: "Fait", handledOn: today });
	return handlingId;
}
/** A use of their own employer, to be taken back. */
async function recordedUse(given: Given): Promise<string> {
	const id = randomUUID();
	if (given.isNobody) return id;
	const { status } = await managerThere(given).post("/tool-uses", { ...use, id, employerId: given.estate.employer });
	if (status !== 201) throw new Error(`the use to be taken back answered ${status}`);
	return id;
}
/** One of each setting for each of the two roles that change them. */
const ownSetting = async ({ as, cast, caller }: Given, path: string) =>
	(await as(cast.of.manager).get<{ items: { id: string; version: number }[] }>(path)).body.items[caller.role === "manager" ? 0 : 1] ?? {
		id: randomUUID(),
		version: 1,
	};
/** Two marks never begin on one day. */
let daysGiven = 0;
const freeDay = () => new Date(Date.UTC(2030, 0, ++daysGiven)).toISOString().slice(0, 10);
const ownMark = async ({ as, cast }: Given, kind: "thresholds" | "lists") =>
	(await as(cast.of.manager).get<Record<"thresholds" | "lists", { id: string }[]>>("/need-marks")).body[kind][0]?.id ?? randomUUID();
const immigrationGroup = () => {
	const [steps, later] = [
		["advertisedOn", "filedOn", "decidedOn", "caqOn", "csqOn"],
		["permitFiledOn", "permitApprovedOn", "residenceOn", "arrivedOn", "startedOn"],
	];
	const days = Object.fromEntries([...steps, ...later, "permitExpiresOn"].map((day) => [day, null]));
	const common = { labourNeedId: null, missionId: null, path: "tfwp", stream: null, country: null, occupationCode: null };
	return { ...common, lines: [1, 2].map((rank) => ({ id: randomUUID(), label: `Soudeur ${rank}`, hiredOn: "2026-01-05", ...days })) };
};
const toolRule = {
	...{ rank: 50, tool: "localPool", isActive: true, source: "Essai", minPosts: 2, teers: [], occupationCodes: [], sectors: [] },
	...{ minMonths: null, maxMonths: null, minFrench: null, maxFrench: null, isSimplified: null },
};
const ownRule = async ({ as, cast }: Given) => (await as(cast.of.manager).get<{ items: { id: string }[] }>("/tool-rules")).body.items[0]?.id ?? randomUUID();
const firstTerm = async ({ as, cast }: Given) =>
	(await as(cast.of.administrator).get<{ items: { name: string; terms: { id: string; version: number }[] }[] }>("/vocabularies")).body.items.find(
		({ name }) => name === "closeReason",
	)?.terms[0] ?? { id: randomUUID(), version: 0 };
const plainQuestion = { wordingFr: "Une question ?", wordingEn: "A question?", kind: "yesNo", choices: [], raises: [] };
const contactFields = { name: "Personne Ajoutée", jobTitle: null, phone: null, phoneExtension: null, email: null, isPrimary: false };

const sentTo = {
	toPersonId: null,
	toPartnerId: null,
	toService: "oqlf",
	contactName: null,
	reason: "languageCompliance",
	note: null,
	consentObtained: true,
	consentFrom: "employer",
	consentOn: "2026-03-02",
	consentMethod: "spoken",
};
const textFile = (path: string): Request => ({ path: `${path}?fileName=essai.txt`, text: "Essai\n" });
const documentOf = { ...employers, request: ({ estate }: Given) => ({ path: `/documents/${estate.document}` }) };
/** Agents of integration see what is theirs. */
const referrals = {
	situations: everywhere,
	seen: (situation: Situation, { role }: Person) =>
		situation !== "elsewhere" && (role !== "integrationAgent" || situation === "mine" || situation === "former"),
};
const onReferral = (given: Given, body: unknown, action = "") => changed(given, `/referrals/${given.estate.referral}`, given.estate.recordRegion, body, action);

const immigrationFields = {
	...{
		labourNeedId: null,
		missionId: null,
		label: "Soudeur 1 – Tunisie",
		path: "openPermit",
		stream: null,
		country: "TN",
		occupationCode: "72106",
		hiredOn: "2026-03-02",
	},
	...{ advertisedOn: null, filedOn: null, decidedOn: null, caqOn: null, csqOn: null, permitFiledOn: null, permitApprovedOn: null, permitExpiresOn: null },
	...{ residenceOn: null, arrivedOn: null, startedOn: null, endedOn: null, endReason: null, note: null },
};
const missionFields = {
	name: "Journées Québec d’essai",
	edition: null,
	countries: ["FR"],
	mode: "virtual",
	startsOn: "2026-12-01",
	endsOn: "2026-12-05",
	sectors: [],
	registrationDeadlineOn: null,
	applicationDeadlineOn: null,
	source: null,
	isCancelled: false,
	publishedEmployers: null,
	publishedPosts: null,
	publishedRegistered: null,
	publishedApplications: null,
	publishedRetained: null,
	publishedInvited: null,
	publishedInterviews: null,
	publishedHires: null,
};
/** Of the region where the record is; any other region's is not seen. */
const missions = { situations: ["mine", "elsewhere"] as const, seen: (situation: Situation) => situation !== "elsewhere" };
const missionRead = (end = ""): Sample => ({ ...missions, request: ({ estate }) => ({ path: `/missions/${estate.mission}${end}` }) });
/** A mission of the region in which its employers are not. */
const otherMission = async ({ as, cast }: Given) =>
	(await as(cast.of.manager).get<{ items: { id: string }[] }>("/missions?filter=isReference==true&limit=1")).body.items[0]?.id ?? randomUUID();
const onMissionPost = async (given: Given): Promise<Request> => {
	const { estate, as, cast } = given;
	const { body } = await as(estate.recordRegion === "16" ? cast.of.manager : cast.neighbourManager).get<{ offered?: { id: string; version: number }[] }>(
		`/mission-registrations/${estate.registration}`,
	);
	return { path: `/mission-posts/${estate.missionPost}`, ifMatch: body.offered?.[0]?.version ?? 1 };
};

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
	getCalendarFeed: at("/account/calendar"),
	createCalendarFeed: { request: () => ({ path: "/account/calendar", body: { withFollowUps: true } }) },
	// Nobody of the cast keeps one: whoever may change it is told that there is none.
	updateCalendarFeed: { request: () => ({ path: "/account/calendar", body: {} }), otherwise: "invalid-input" },
	deleteCalendarFeed: at("/account/calendar"),
	readCalendar: { ...at(`/calendar/${"A".repeat(43)}.ics`), otherwise: "not-found" },
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
		seen: (situation, { role }) => situation !== "elsewhere" && role !== "integrationAgent" && !(role === "administrator" && situation === "colleagues"),
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
	getEmployerBrief: { ...employers, request: ({ estate }) => ({ path: `/employers/${estate.employer}/brief` }) },
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
	listVocabularies: at("/vocabularies"),
	getTerm: { request: async (given) => ({ path: `/terms/${(await firstTerm(given)).id}` }) },
	createTerm: {
		request: () => ({ path: "/terms", body: { id: randomUUID(), vocabulary: "closeReason", labelFr: "Essai", labelEn: "Trial", validFrom: today } }),
	},
	updateTerm: {
		request: async (given) => {
			const { id, version } = await firstTerm(given);
			return { path: `/terms/${id}`, body: { labelFr: "Besoin comblé, essai" }, ifMatch: version };
		},
	},
	listQuestions: at("/questions?year=2026"),
	getQuestion: { request: async (given) => ({ path: `/questions/${(await ownSetting(given, "/questions?year=2026")).id}` }) },
	createQuestion: { request: () => ({ path: "/questions", body: { id: randomUUID(), year: 2019, ...plainQuestion } }) },
	updateQuestion: {
		request: async (given) => {
			const { id, version } = await ownSetting(given, "/questions?year=2026");
			return { path: `/questions/${id}`, body: { wordingEn: "Worded otherwise?" }, ifMatch: version };
		},
	},
	copyQuestions: { request: ({ caller }) => ({ path: "/question-sets", body: { id: randomUUID(), year: caller.role === "manager" ? 2050 : 2051 } }) },
	listSignalProtocols: at("/signal-protocols"),
	getSignalProtocol: { request: async (given) => ({ path: `/signal-protocols/${(await ownSetting(given, "/signal-protocols")).id}` }) },
	updateSignalProtocol: {
		request: async (given) => {
			const { id, version } = await ownSetting(given, "/signal-protocols");
			return { path: `/signal-protocols/${id}`, body: { protocolEn: "Done otherwise." }, ifMatch: version };
		},
	},
	getQuestionnaire: { ...employers, request: ({ estate }) => ({ path: `/employers/${estate.employer}/questionnaire` }) },
	createAnswer: {
		...employers,
		field: "employerId",
		may: writesEmployer,
		request: ({ estate }) => ({
			path: "/questionnaire-answers",
			body: { id: randomUUID(), employerId: estate.employer, year: 2026, questionCode: "moving", value: "no", answeredOn: today },
		}),
	},
	updateAnswer: {
		...employers,
		may: writesEmployer,
		request: ({ estate }) => ({ path: `/questionnaire-answers/${estate.answer}`, body: { value: "reduction", answeredOn: today }, ifMatch: 1 }),
	},
	listSignals: at("/signals"),
	countSignals: at("/signals/facets?fields=level"),
	listSignalTrends: at("/signals/trends"),
	createSignalHandling: {
		...employers,
		field: "signalId",
		may: writesEmployer,
		request: async (given) => {
			return { path: "/signal-handlings", body: { id: randomUUID(), signalId: await signalOf(given), note: "Services Québec prévenu", handledOn: today } };
		},
	},
	deleteSignalHandling: {
		...employers,
		may: writesEmployer,
		request: async (given) => ({ path: `/signal-handlings/${await handledSignal(given)}`, ifMatch: 1 }),
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
		request: (given) => changed(given, `/labour-needs/${given.estate.labourNeed}`, given.estate.recordRegion, { permanence: "seasonal" }),
	},
	getOccupationCatalogue: at("/occupations/catalogue"),
	getNeedMatrix: at("/labour-needs/matrix"),
	listNeedMarks: at("/need-marks"),
	createWageThreshold: {
		request: () => ({ path: "/wage-thresholds", body: { id: randomUUID(), validFrom: freeDay(), cents: 2400, source: "Essai", isValidated: false } }),
	},
	updateWageThreshold: {
		request: async (given) => ({ path: `/wage-thresholds/${await ownMark(given, "thresholds")}`, body: { source: "Relu" } }),
		otherwise: "precondition-required",
	},
	removeWageThreshold: {
		request: async (given) => ({ path: `/wage-thresholds/${await ownMark(given, "thresholds")}` }),
		otherwise: "precondition-required",
	},
	createSimplifiedList: {
		request: () => ({
			path: "/simplified-lists",
			body: { id: randomUUID(), validFrom: freeDay(), occupationCodes: ["94140"], source: "Essai", isValidated: false },
		}),
	},
	updateSimplifiedList: {
		request: async (given) => ({ path: `/simplified-lists/${await ownMark(given, "lists")}`, body: { source: "Relu" } }),
		otherwise: "precondition-required",
	},
	removeSimplifiedList: {
		request: async (given) => ({ path: `/simplified-lists/${await ownMark(given, "lists")}` }),
		otherwise: "precondition-required",
	},
	getNeedLedger: { ...records, request: ({ estate }) => ({ path: `/labour-needs/${estate.labourNeed}/movements` }) },
	createNeedMovement: {
		...records,
		field: "labourNeedId",
		may: writesEmployer,
		request: ({ estate }) => ({
			path: "/need-movements",
			body: { id: randomUUID(), labourNeedId: estate.labourNeed, kind: "opened", quantity: 1, occurredOn: today, channel: null, note: null },
		}),
	},
	updateNeedMovement: {
		...records,
		may: writesEmployer,
		otherwise: "version-mismatch",
		request: ({ estate }) => ({ path: `/need-movements/${estate.needMovement}`, body: { channel: "employerPortal" }, ifMatch: 1 }),
	},
	removeNeedMovement: {
		...records,
		may: writesEmployer,
		otherwise: "version-mismatch",
		request: ({ estate }) => ({ path: `/need-movements/${estate.needMovement}`, ifMatch: 1 }),
	},
	listVisits: at("/visits"),
	countVisits: at("/visits/facets?fields=status"),
	getVisitPrefill: { ...employers, request: ({ estate }) => ({ path: `/visits/prefill?employerId=${estate.employer}&before=2021-01-01` }) },
	getVisit: { ...records, request: ({ estate }) => ({ path: `/visits/${estate.visit}` }) },
	getVisitCalendar: { ...records, request: ({ estate }) => ({ path: `/visits/${estate.visit}/calendar` }) },
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
	getTour: at("/tour?near=54048&km=20&notSeenForDays=0"),
	planTour: {
		...employers,
		field: "visits.0.employerId",
		request: ({ estate }) => ({
			path: "/tours",
			body: { id: randomUUID(), occurredOn: "2099-01-04", mode: "onSite", visits: [{ id: randomUUID(), employerId: estate.employer }] },
		}),
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
	listReferrals: at("/referrals"),
	countReferrals: at("/referrals/facets?fields=state,destination,unanswered"),
	getReferral: { ...referrals, request: ({ estate }) => ({ path: `/referrals/${estate.referral}` }) },
	createReferral: {
		...employers,
		field: "employerId",
		may: writesEmployer,
		request: ({ estate }) => ({ path: "/referrals", body: { id: randomUUID(), employerId: estate.employer, ...sentTo } }),
	},
	updateReferral: { ...referrals, may: writesReferral, request: (given) => onReferral(given, { note: "Relu" }) },
	acknowledgeReferral: { ...referrals, may: writesReferral, request: (given) => onReferral(given, {}, "/acknowledgement") },
	closeReferral: {
		...referrals,
		may: writesReferral,
		request: (given) => onReferral(given, { outcome: "serviceGiven", endedOn: "2026-04-01" }, "/closing"),
		otherwise: "referral-ended",
	},
	declineReferral: {
		...referrals,
		may: writesReferral,
		request: (given) => onReferral(given, { reason: "noCapacity" }, "/declining"),
		otherwise: "referral-ended",
	},
	withdrawReferral: {
		...referrals,
		may: writesReferral,
		request: (given) => onReferral(given, { reason: "mistake" }, "/withdrawal"),
		otherwise: "referral-ended",
	},
	listImmigrationLines: at("/immigration-lines"),
	countImmigrationLines: at("/immigration-lines/facets?fields=state,path,open"),
	getImmigrationDelays: at("/immigration-lines/delays"),
	getImmigrationLine: { ...records, request: ({ estate }) => ({ path: `/immigration-lines/${estate.immigrationLine}` }) },
	createImmigrationLine: {
		...employers,
		field: "employerId",
		may: writesEmployer,
		request: ({ estate }) => ({ path: "/immigration-lines", body: { id: randomUUID(), employerId: estate.employer, ...immigrationFields } }),
	},
	createImmigrationGroup: {
		...employers,
		field: "employerId",
		may: writesEmployer,
		request: ({ estate }) => ({ path: "/immigration-lines/group", body: { employerId: estate.employer, ...immigrationGroup() } }),
	},
	updateImmigrationLine: {
		...records,
		may: writesEmployer,
		request: (given) => changed(given, `/immigration-lines/${given.estate.immigrationLine}`, given.estate.recordRegion, { note: "Relu" }),
	},
	declineNewcomerSupport: {
		...records,
		may: writesEmployer,
		request: (given) =>
			changed(given, `/immigration-lines/${given.estate.immigrationLine}`, given.estate.recordRegion, { declinedOn: "2026-03-03" }, "/newcomer-declining"),
	},
	getRetention: { ...records, request: ({ estate }) => ({ path: `/immigration-lines/${estate.immigrationLine}/retention` }) },
	createRetentionCheck: {
		...records,
		field: "immigrationLineId",
		may: writesEmployer,
		request: ({ estate }) => ({
			path: "/retention-checks",
			body: { id: randomUUID(), immigrationLineId: estate.immigrationLine, months: 6, knownOn: "2026-09-02", stillEmployed: true },
		}),
	},
	updateRetentionCheck: {
		...records,
		may: writesEmployer,
		otherwise: "version-mismatch",
		request: ({ estate }) => ({ path: `/retention-checks/${estate.retentionCheck}`, body: { knownOn: "2026-05-04" }, ifMatch: 1 }),
	},
	removeRetentionCheck: {
		...records,
		may: writesEmployer,
		otherwise: "version-mismatch",
		request: ({ estate }) => ({ path: `/retention-checks/${estate.retentionCheck}`, ifMatch: 1 }),
	},
	listMissions: at("/missions"),
	countMissions: at("/missions/facets?fields=stage,country,sectorCode,mode"),
	compareMissions: at("/missions/comparison"),
	getMission: missionRead(),
	getMissionFunnel: missionRead("/funnel"),
	createMission: { request: () => ({ path: "/missions", body: { id: randomUUID(), ...missionFields } }) },
	updateMission: { ...missions, request: (given) => changed(given, `/missions/${given.estate.mission}`, given.estate.recordRegion, { edition: "2e" }) },
	listMissionResults: missionRead("/results"),
	saveMissionResults: {
		...records,
		may: writesRegistration,
		request: ({ estate }) => ({
			path: `/missions/${estate.mission}/results`,
			body: { knownOn: "2026-04-01", cells: [{ registrationId: estate.registration, measure: "interviews", value: 2, before: null }] },
		}),
	},
	listMissionRegistrations: at("/mission-registrations"),
	countMissionRegistrations: at("/mission-registrations/facets?fields=state,advisorId"),
	getMissionRegistration: { ...records, request: ({ estate }) => ({ path: `/mission-registrations/${estate.registration}` }) },
	createMissionRegistration: {
		...employers,
		field: "employerId",
		may: writesEmployer,
		request: async (given) => ({
			path: "/mission-registrations",
			body: { id: randomUUID(), missionId: await otherMission(given), employerId: given.estate.employer, interestedOn: today },
		}),
	},
	updateMissionRegistration: {
		...records,
		may: writesRegistration,
		request: (given) => changed(given, `/mission-registrations/${given.estate.registration}`, given.estate.recordRegion, { note: "Relu" }),
	},
	listMissionMatches: missionRead("/matches"),
	countMissionMatches: missionRead("/matches/facets?fields=state,occupationCode"),
	inviteToMission: {
		...employers,
		field: "employerIds",
		may: writesEmployer,
		otherwise: "invalid-input",
		request: async (given) => ({ path: `/missions/${await otherMission(given)}/invitations`, body: { employerIds: [given.estate.employer] } }),
	},
	listToolRules: at("/tool-rules"),
	createToolRule: { request: () => ({ path: "/tool-rules", body: { id: randomUUID(), ...toolRule } }) },
	updateToolRule: {
		request: async (given) => ({ path: `/tool-rules/${await ownRule(given)}`, body: { source: "Relu" } }),
		otherwise: "precondition-required",
	},
	removeToolRule: { request: async (given) => ({ path: `/tool-rules/${await ownRule(given)}` }), otherwise: "precondition-required" },
	suggestTools: { ...records, request: ({ estate }) => ({ path: `/labour-needs/${estate.labourNeed}/tools` }) },
	listNeedsToOffer: { ...records, request: ({ estate }) => ({ path: `/mission-registrations/${estate.registration}/needs` }) },
	createMissionPost: {
		...records,
		field: "registrationId",
		may: writesRegistration,
		otherwise: "conflict",
		request: ({ estate }) => ({
			path: "/mission-posts",
			body: { id: randomUUID(), registrationId: estate.registration, labourNeedId: estate.labourNeed, quantity: 1 },
		}),
	},
	updateMissionPost: { ...records, may: writesRegistration, request: async (given) => ({ ...(await onMissionPost(given)), body: { quantity: 2 } }) },
	deleteMissionPost: { ...records, may: writesRegistration, request: onMissionPost },
	listPartners: at("/partners"),
	countPartners: at("/partners/facets?fields=type"),
	getPartner: { ...people, request: ({ estate }) => ({ path: `/partners/${estate.partner}` }) },
	listTextChoices: at("/text-choices"),
	countTextChoices: at("/text-choices/facets?fields=kind,entity,choice"),
	createTextChoice: {
		request: ({ estate }) => ({
			path: "/text-choices",
			body: { id: randomUUID(), entity: "visit", recordId: estate.visit, field: "summary", kinds: ["health"], choice: "kept" },
		}),
	},
	listToolUses: at("/tool-uses"),
	countToolUses: at("/tool-uses/facets?fields=tool"),
	getToolUse: { ...records, request: ({ estate }) => ({ path: `/tool-uses/${estate.toolUse}` }) },
	createToolUse: {
		...employers,
		field: "employerId",
		may: writesEmployer,
		request: ({ estate }) => ({ path: "/tool-uses", body: { ...use, id: randomUUID(), employerId: estate.employer } }),
	},
	updateToolUse: {
		...records,
		may: writesEmployer,
		request: (given) => changed(given, `/tool-uses/${given.estate.toolUse}`, given.estate.recordRegion, { note: "Relu" }),
	},
	deleteToolUse: {
		...employers,
		may: writesEmployer,
		request: async (given) => ({ path: `/tool-uses/${await recordedUse(given)}`, ifMatch: 1 }),
	},
	listPortalAccounts: at("/portal-accounts"),
	countPortalAccounts: at("/portal-accounts/facets?fields=state"),
	getPortalFunnel: at("/portal-accounts/funnel"),
	listDocuments: [
		{ ...employers, request: ({ estate }) => ({ path: `/documents/of/employer/${estate.employer}` }) },
		{ ...records, request: ({ estate }) => ({ path: `/documents/of/visit/${estate.visit}` }) },
		{ ...records, request: ({ estate }) => ({ path: `/documents/of/supportCase/${estate.supportCase}` }) },
	],
	addDocument: [
		{ ...employers, may: writesEmployer, request: ({ estate }) => textFile(`/documents/of/employer/${estate.employer}`) },
		{ ...records, may: writesVisit, request: ({ estate }) => textFile(`/documents/of/visit/${estate.visit}`) },
		{ ...records, may: writesCase, request: ({ estate }) => textFile(`/documents/of/supportCase/${estate.supportCase}`) },
	],
	getDocument: documentOf,
	// No bytes were ever sent for it: what is judged here comes before them.
	downloadDocument: { ...documentOf, request: ({ estate }) => ({ path: `/documents/${estate.document}/content` }), otherwise: "content-missing" },
	updateDocument: {
		...employers,
		may: writesEmployer,
		request: ({ estate }) => ({ path: `/documents/${estate.document}`, body: { title: "Entente" }, ifMatch: 1 }),
	},
	removeDocument: {
		...employers,
		may: writesEmployer,
		otherwise: "version-mismatch",
		request: ({ estate }) => ({ path: `/documents/${estate.document}`, ifMatch: 1 }),
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
	getDigest: at("/digest"),
	countAlerts: at("/digest/count"),
	seeAlerts: { request: ({ estate }) => ({ path: "/digest/seen", body: { alerts: [{ fact: `followUp:${estate.followUp}`, state: "2026-12-15" }] } }) },
	updateDigestPreference: { request: () => ({ path: "/digest/preference", body: { hour: 8 }, ifMatch: 0 }) },
	getMailState: at("/mail-state"),
	listMyPortfolio: at("/my-portfolio"),
	listIndicators: at("/indicators"),
	getIndicator: at("/indicators/I02"),
	listIndicatorRows: at("/indicators/I02/rows"),
	countIndicatorRows: at("/indicators/I02/facets?fields=mrcCode"),
	getNavigationCounts: at("/navigation-counts"),
};
