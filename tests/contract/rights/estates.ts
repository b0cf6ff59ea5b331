import { randomUUID } from "node:crypto";
import { type Role, roles } from "#contract/endpoint.ts";
import { emptyWorld, type World } from "../../../mocks/world/rows.ts";

export const [ours, theirs] = ["16", "05"];

/** Whose a record is, seen from whoever calls: mine, nobody's, a colleague's, another region's, or of an employer that left our region since. */
export const situations = ["mine", "nobodys", "colleagues", "elsewhere", "former"] as const;
export type Situation = (typeof situations)[number];

export type Person = { id: string; role: Role; regionCode: string };

/** One employer and one record of each kind, with what decides who may write them. */
export type Estate = {
	situation: Situation;
	/** Of whom it is « mine ». */
	owner: string;
	employer: string;
	establishment: string;
	contact: string;
	supportCase: string;
	visit: string;
	/** A second one, to be cancelled. */
	plannedVisit: string;
	labourNeed: string;
	needMovement: string;
	followUp: string;
	toolUse: string;
	/** Of its employer, sent by its owner to a service; and addressed to its owner by a colleague, about nobody's employer. */
	referral: string;
	/** Its employer in a mission of the region, for which its owner answers, with one post of its need. */
	mission: string;
	registration: string;
	missionPost: string;
	/** One person hired for its need. */
	immigrationLine: string;
	retentionCheck: string;
	/** Of its employer. */
	document: string;
	/** An answer that raises a signal. */
	answer: string;
	/** Of the region, like its agreement. */
	partner: string;
	person: string;
	/** Of whom each is: what the table of rights asks. */
	employerRegion: string;
	recordRegion: string;
	advisorId: string | null;
	caseAdvisorId: string | null;
	ownerId: string;
	adviserIds: string[];
};

export type Cast = {
	of: Record<Role, Person>;
	colleague: Person;
	visited: Person;
	neighbour: Person;
	neighbourManager: Person;
	disabled: Person;
	gone: Person;
	temporary: Person;
};

const day = "2026-03-02";

function addPerson(world: World, role: Role, regionCode: string, name: string, validTo: string | null = null): Person {
	const id = randomUUID();
	const person = { id, region_code: regionCode, name, initials: "PE", role, service_point_id: null, valid_from: "2019-08-28", valid_to: validTo, version: 1 };
	world.person.push(person);
	return { id, role, regionCode };
}

function addPartner(world: World, regionCode: string): string {
	const [id, agreement] = [randomUUID(), randomUUID()];
	const common = { region_code: regionCode, version: 1 };
	world.partner.push({ ...common, id, name: `Organisme ${regionCode}`, type: "npo", mrc_code: regionCode === ours ? "54" : "47" });
	world.agreement.push({
		...common,
		id: agreement,
		partner_id: id,
		programme: "PASI",
		title: "Accueil",
		signed_on: day,
		end_on: "2027-03-31",
		ended_early_on: null,
	});
	world.agreement_slice.push({ agreement_id: agreement, region_code: regionCode, fiscal_year: 2026, committed_cents: 100_000_00, paid_cents: 0 });
	return id;
}

const partnerIn = (world: World, regionCode: string) =>
	world.partner.find(({ region_code }) => region_code === regionCode)?.id ?? addPartner(world, regionCode);

function addMission(world: World, regionCode: string): string {
	const id = randomUUID();
	world.mission.push({
		id,
		region_code: regionCode,
		version: 1,
		name: `Journées Québec ${regionCode}`,
		edition: null,
		countries: ["FR"],
		mode: "virtual",
		starts_on: "2026-03-16",
		ends_on: "2027-03-20",
		sectors: [],
		registration_deadline_on: null,
		application_deadline_on: null,
		source: null,
	});
	return id;
}
const missionIn = (world: World, regionCode: string) =>
	world.mission.find(({ region_code }) => region_code === regionCode)?.id ?? addMission(world, regionCode);

function addEstate(world: World, situation: Situation, caller: Person, { colleague, visited, neighbour }: Cast): Estate {
	const [employerRegion, recordRegion] = {
		mine: [ours, ours],
		nobodys: [ours, ours],
		colleagues: [ours, ours],
		elsewhere: [theirs, theirs],
		former: [theirs, ours],
	}[situation] as [string, string];
	const advisorId = { mine: caller.id, nobodys: null, colleagues: colleague.id, elsewhere: neighbour.id, former: neighbour.id }[situation];
	// What was ours before it left is still under our names.
	const writer = situation === "mine" || situation === "former" ? caller : situation === "elsewhere" ? neighbour : colleague;
	const caseAdvisorId = situation === "nobodys" ? null : writer.id;
	const id = () => randomUUID();
	const [employer, establishment, contact, supportCase, visit, plannedVisit, labourNeed, followUp, toolUse] = Array.from({ length: 9 }, id) as [
		string,
		string,
		string,
		string,
		string,
		string,
		string,
		string,
		string,
	];
	const [placeRow, recordRow] = [
		{ region_code: employerRegion, version: 1 },
		{ region_code: recordRegion, version: 1 },
	];
	const mrc = recordRegion === ours ? "54" : "47";
	world.employer.push({
		...placeRow,
		id: employer,
		neq: null,
		name: `Atelier ${employer.slice(0, 8)}`,
		sector_code: "31-33",
		employee_count: 12,
		advisor_id: advisorId,
		phone: "+14505550100",
		website: null,
		activity: "Essai",
		created_on: day,
	});
	world.establishment.push({
		...placeRow,
		id: establishment,
		employer_id: employer,
		name: null,
		municipality_code: employerRegion === ours ? "54048" : "47017",
		address: "1, rue Principale",
		postal_code: "J2S 1A1",
		is_main: true,
	});
	world.contact.push({
		...placeRow,
		id: contact,
		employer_id: employer,
		name: "Personne Exemple",
		job_title: "Propriétaire",
		phone: null,
		phone_extension: null,
		email: null,
		is_primary: true,
	});
	world.support_case.push({
		...recordRow,
		id: supportCase,
		employer_id: employer,
		advisor_id: caseAdvisorId as string,
		stage: "toContact",
		stage_entered_on: day,
		opened_on: day,
		closed_on: null,
		close_reason: null,
		paused_until: null,
		pause_reason: null,
	});
	world.stage_change.push({
		id: id(),
		region_code: recordRegion,
		support_case_id: supportCase,
		from_stage: null,
		to_stage: "toContact",
		moved_on: day,
		moved_by: writer.id,
		reason: null,
	});
	world.case_evidence.push({
		id: id(),
		region_code: recordRegion,
		support_case_id: supportCase,
		criterion: "neqVerified",
		occurred_on: day,
		note: "Vu",
		recorded_by: writer.id,
	});
	for (const [visitId, status] of [
		[visit, "draft"],
		[plannedVisit, "planned"],
	] as const) {
		world.visit.push({
			...recordRow,
			id: visitId,
			status,
			mode: "onSite",
			occurred_on: day,
			duration_minutes: 60,
			headline: "Rencontre",
			summary: "Rencontre",
			solutions: ["none"],
			no_follow_up_reason: "noNeed",
			next_contact_on: null,
			cancel_reason: null,
			completed_on: null,
			created_by: writer.id,
			report: {} as never,
		});
		world.visit_employer.push({ visit_id: visitId, employer_id: employer, establishment_id: establishment, region_code: recordRegion, mrc_code: mrc });
		world.visit_adviser.push({ visit_id: visitId, person_id: writer.id, region_code: recordRegion, role: writer.role, service_point_id: null });
	}
	world.visit_addendum.push({ id: id(), region_code: recordRegion, visit_id: visit, written_on: day, written_by: writer.id, text: "Précision" });
	world.labour_need.push({
		...recordRow,
		id: labourNeed,
		employer_id: employer,
		support_case_id: supportCase,
		visit_id: null as never,
		establishment_id: establishment,
		occupation_code: "94140",
		posts: 3,
		posts_filled: 1,
		posts_cancelled: 0,
		hourly_wage_cents: 2400,
		french_level: 4,
		permanence: "permanent",
		start_on: day,
		schedule: "jour",
		requirements: null,
		vacant_months: 2,
		local_efforts: "Affichage",
		housing: null,
		recorded_on: day,
		closed_on: null,
	});
	const needMovement = id();
	const movement = { ...recordRow, labour_need_id: labourNeed, occurred_on: day, note: null, recorded_by: writer.id };
	world.need_movement.push(
		{ ...movement, id: id(), kind: "opened", quantity: 3, channel: null, is_first: true },
		{ ...movement, id: needMovement, kind: "filled", quantity: 1, channel: "local", is_first: false },
	);
	world.follow_up.push({
		...recordRow,
		id: followUp,
		employer_id: employer,
		support_case_id: supportCase,
		visit_id: null,
		kind: "call",
		title: "Rappeler",
		owner_id: writer.id,
		due_on: "2026-12-15",
		done_on: null,
		outcome: null,
		promised: false,
		created_on: day,
	});
	const answer = id();
	world.questionnaire_answer.push({
		...placeRow,
		id: answer,
		employer_id: employer,
		year: 2026,
		question_code: "staffing",
		value: "reduction",
		answered_on: "2026-11-20",
		answered_by: employerRegion === ours ? writer.id : neighbour.id,
		role: "advisor",
		service_point_id: null,
		visit_id: null,
	});
	world.tool_use.push({
		...recordRow,
		id: toolUse,
		employer_id: employer,
		visit_id: null,
		tool: "employerPortal",
		event: "account",
		occurred_on: day,
		quantity: 1,
		mission: null,
		source: "declared",
		helped_by_id: null,
		participants: null,
		note: null,
		recorded_by: writer.id,
	});
	const mission = missionIn(world, recordRegion);
	const [registration, missionPost, immigrationLine, retentionCheck] = [id(), id(), id(), id()];
	world.immigration_line.push({
		...recordRow,
		id: immigrationLine,
		employer_id: employer,
		labour_need_id: labourNeed,
		label: "Manœuvre 1 – Maroc",
		path: "tfwp",
		country: "MA",
		occupation_code: "94140",
		hired_on: day,
		filed_on: null,
		started_on: day,
	});
	world.retention_check.push({
		...recordRow,
		id: retentionCheck,
		immigration_line_id: immigrationLine,
		months: 1,
		known_on: "2026-04-02",
		still_employed: true,
		recorded_by: writer.id,
	});
	world.mission_registration.push({
		...recordRow,
		id: registration,
		mission_id: mission,
		employer_id: employer,
		advisor_id: writer.id,
		interested_on: day,
		registered_on: day,
		confirmed_on: null,
		took_part_on: null,
		withdrawn_on: null,
		withdraw_reason: null,
		note: null,
	});
	world.mission_post.push({ ...recordRow, id: missionPost, registration_id: registration, labour_need_id: labourNeed, quantity: 1 });
	world.mission_result.push({
		...recordRow,
		id: id(),
		registration_id: registration,
		measure: "applications",
		known_on: day,
		value: 5,
		recorded_by: writer.id,
	});
	const document = id();
	world.document.push({
		...placeRow,
		id: document,
		employer_id: employer,
		visit_id: null,
		support_case_id: null,
		file_name: "Entente.pdf",
		title: null,
		kind: "pdf",
		size: 1,
		sha256: "0".repeat(64),
		created_by: writer.id,
		created_at: `${day}T15:00:00Z`,
	});
	const partner = partnerIn(world, recordRegion);
	const referral = id();
	world.referral.push({
		...recordRow,
		id: referral,
		employer_id: employer,
		visit_id: null,
		from_person_id: writer.id,
		to_person_id: null,
		to_partner_id: null,
		to_service: "oqlf",
		contact_name: null,
		reason: "languageCompliance",
		note: null,
		consent_from: "employer",
		consent_on: day,
		consent_method: "spoken",
		sent_on: day,
		reply_expected_on: "2026-03-23",
		state: "sent",
		acknowledged_on: null,
		meeting_on: null,
		ended_on: null,
		ended_by_id: null,
		outcome: null,
		outcome_visit_id: null,
		end_reason: null,
		end_note: null,
	});
	const person = { mine: caller.id, nobodys: visited.id, colleagues: visited.id, elsewhere: neighbour.id, former: neighbour.id }[situation];
	return {
		situation,
		owner: caller.id,
		employer,
		establishment,
		contact,
		supportCase,
		visit,
		plannedVisit,
		labourNeed,
		needMovement,
		followUp,
		toolUse,
		answer,
		partner,
		referral,
		mission,
		registration,
		missionPost,
		immigrationLine,
		retentionCheck,
		document,
		person,
		employerRegion,
		recordRegion,
		advisorId,
		caseAdvisorId,
		ownerId: writer.id,
		adviserIds: [writer.id],
	};
}

/** A region of one person of each role, a neighbour, and for each of them one employer in each situation: what one call changes, no other call looks at. */
export function makeEstates(): { world: World; cast: Cast; estateOf: (caller: Person, situation: Situation) => Estate; estates: Estate[] } {
	const world = emptyWorld();
	world.service_point.push({
		id: randomUUID(),
		region_code: ours,
		name: "Bureau d’essai",
		municipality_code: "54048",
		host: "Services Québec",
		valid_from: "2019-08-28",
		valid_to: null,
		version: 1,
	});
	const of = Object.fromEntries(roles.map((role) => [role, addPerson(world, role, ours, `Essai ${role}`)])) as Record<Role, Person>;
	const cast: Cast = {
		of,
		colleague: addPerson(world, "advisor", ours, "Essai collègue"),
		visited: addPerson(world, "advisor", ours, "Essai visée"),
		neighbour: addPerson(world, "advisor", theirs, "Essai voisine"),
		neighbourManager: addPerson(world, "manager", theirs, "Essai gestion voisine"),
		disabled: addPerson(world, "manager", ours, "Essai désactivée"),
		gone: addPerson(world, "manager", ours, "Essai partie", "2026-01-31"),
		temporary: addPerson(world, "manager", ours, "Essai provisoire"),
	};
	const estates = new Map<string, Estate>();
	for (const caller of Object.values(of))
		for (const situation of situations) estates.set(`${caller.id} ${situation}`, addEstate(world, situation, caller, cast));
	return {
		world,
		cast,
		estates: [...estates.values()],
		estateOf: (caller, situation) => estates.get(`${caller.id} ${situation}`) as Estate,
	};
}
