import { sql } from "kysely";
import {
	countMissionRegistrations,
	createMissionPost,
	createMissionRegistration,
	deleteMissionPost,
	getMissionRegistration,
	listMissionRegistrations,
	listNeedsToOffer,
	type MissionRegistration,
	updateMissionPost,
	updateMissionRegistration,
} from "#contract/mission-registrations.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";
import { mustFind, requirePerson, requireTerms, requireVersion, saidIn, snakeRow } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { faultsOfRegistration } from "../rules/missions.ts";
import { canWriteEmployer } from "../rules/permissions.ts";
import { followMissions } from "./mission-follow-ups.ts";
import { readNeedsToOffer, requireFree, requireStillFree } from "./mission-quota.ts";
import { missionRegistrationList as list, presentMissionRegistration } from "./mission-registration-list.ts";
import { employerNamed } from "./record-employer.ts";

async function read(context: Context, id: string): Promise<MissionRegistration> {
	const { rows } = await sql<Record<string, unknown>>`select ${list.select(context)} from ${list.from} where g.id = ${id} and ${list.scope(context)}`.execute(
		context.db,
	);
	return presentMissionRegistration(context, mustFind(rows[0]));
}

/** Rights first: who may not write does not learn what changed. Locked: two people at once wait for one another. */
async function hold(context: Context, id: string): Promise<MissionRegistration> {
	const { db, caller } = context;
	const found = db.selectFrom("mission_registration").select("id").where("id", "=", id).where("region_code", "=", caller.regionCode).forUpdate();
	mustFind(await found.executeTakeFirst());
	const registration = await read(context, id);
	if (!registration.can.update) throw new Refusal("forbidden");
	return registration;
}

/** Only what changes is judged: a registration that uses of the tool brought may say what nobody would type. */
function requireSteps(context: Context, before: MissionRegistration, changes: Partial<MissionRegistration>): void {
	const isChanged = (path: string) => Object.hasOwn(changes, path) && changes[path as keyof MissionRegistration] !== before[path as keyof MissionRegistration];
	const of = (steps: MissionRegistration) => faultsOfRegistration(steps, { startsOn: before.missionStartsOn }, context.today);
	const known = of(before).map(({ path, code }) => `${path} ${code}`);
	const fields = of({ ...before, ...changes }).filter(({ path, code }) => isChanged(path) || !known.includes(`${path} ${code}`));
	if (fields.length > 0) throw new Refusal("invalid-input", { fields });
}

/** One post line of the caller's region, with its registration held. */
async function holdPost(context: Context, id: string, ifMatch: number | null) {
	const { db, caller } = context;
	const found = db.selectFrom("mission_post").select(["registration_id"]).where("id", "=", id).where("region_code", "=", caller.regionCode);
	const { registration_id } = mustFind(await found.executeTakeFirst());
	const registration = await hold(context, registration_id);
	const post = mustFind(registration.offered.find((one) => one.id === id));
	await requireVersion(ifMatch, post.version, async () => registration);
	return { registration, post };
}

const isRunning = ({ missionStage }: MissionRegistration) => missionStage === "toCome" || missionStage === "underWay";
const isOver = ({ missionStage, state }: MissionRegistration) => missionStage === "cancelled" || state === "withdrawn";

export const missionRegistrationRoutes = [
	implement(listMissionRegistrations, async (context, { query }) => {
		const { rows, total, next } = await readPage(context, list, query);
		return { items: rows.map((row) => presentMissionRegistration(context, row)), total, next };
	}),

	implement(countMissionRegistrations, (context, { query }) => readFacets(context, list, query)),

	implement(getMissionRegistration, (context, { params }) => read(context, params.id)),

	implement(createMissionRegistration, async (context, { body }) => {
		const { db, caller, today } = context;
		const employer = await employerNamed(context, body.employerId);
		if (!canWriteEmployer(caller, employer)) throw new Refusal("forbidden");
		const mission = await db
			.selectFrom("mission")
			.select(["id", "starts_on"])
			.where("id", "=", body.missionId)
			.where("region_code", "=", caller.regionCode)
			.executeTakeFirst();
		if (!mission) throw invalid("missionId", "unknown-reference");
		await requirePerson(context, "advisorId", body.advisorId === caller.personId ? null : body.advisorId);
		const steps = {
			invitedOn: null,
			interestedOn: body.interestedOn,
			registeredOn: body.registeredOn ?? null,
			confirmedOn: null,
			tookPartOn: null,
			withdrawnOn: null,
			withdrawReason: null,
		};
		const fields = faultsOfRegistration(steps, { startsOn: mission.starts_on }, today);
		if (fields.length > 0) throw new Refusal("invalid-input", { fields });
		const known = db.selectFrom("mission_registration").select("id").where("mission_id", "=", body.missionId).where("employer_id", "=", body.employerId);
		if (await known.executeTakeFirst()) throw new Refusal("already-in-mission");
		await db
			.insertInto("mission_registration")
			.values({ ...snakeRow(body), advisor_id: body.advisorId ?? caller.personId, region_code: employer.regionCode } as never)
			.execute();
		await followMissions(context, { registrationId: body.id }, context.caller.personId);
		return read(context, body.id);
	}),

	implement(updateMissionRegistration, async (context, { params, body, ifMatch }) => {
		const before = await hold(context, params.id);
		await requireVersion(ifMatch, before.version, async () => before);
		const changes = saidIn(body) as typeof body;
		requireSteps(context, before, changes as Partial<MissionRegistration>);
		if (body.advisorId !== before.advisorId) await requirePerson(context, "advisorId", body.advisorId);
		if (body.withdrawReason !== before.withdrawReason)
			await requireTerms(context, [{ path: "withdrawReason", vocabulary: "missionWithdrawReason", code: body.withdrawReason }]);
		// Taken up again, its posts are promised again.
		if (before.withdrawnOn !== null && body.withdrawnOn === null && isRunning(before))
			await requireStillFree(context, sql<boolean>`g.id = ${params.id}`, "withdrawnOn");
		// Once somebody has worked on it, it is no longer the echo of uses.
		if (Object.keys(changes).length > 0)
			await context.db
				.updateTable("mission_registration")
				.set({ ...snakeRow(changes), origin: "hand" })
				.where("id", "=", params.id)
				.execute();
		await followMissions(context, { registrationId: params.id }, context.caller.personId);
		return read(context, params.id);
	}),

	implement(listNeedsToOffer, async (context, { params }) => {
		const { employerId, id } = await read(context, params.id);
		return { items: await readNeedsToOffer(context, { employerId, registrationId: id }) };
	}),

	implement(createMissionPost, async (context, { body }) => {
		const registration = await hold(context, body.registrationId).catch((error: unknown) => {
			throw error instanceof Refusal && error.code === "not-found" ? invalid("registrationId", "unknown-reference") : error;
		});
		if (isOver(registration)) throw invalid("registrationId", "registration-over");
		const { employerId, id: registrationId } = registration;
		await requireFree(context, { employerId, registrationId, needId: body.labourNeedId, quantity: body.quantity, path: "quantity" });
		await context.db
			.insertInto("mission_post")
			.values({ ...snakeRow(body), region_code: context.caller.regionCode } as never)
			.execute();
		return read(context, registrationId);
	}),

	implement(updateMissionPost, async (context, { params, body, ifMatch }) => {
		const { registration, post } = await holdPost(context, params.id, ifMatch);
		const { employerId, id: registrationId } = registration;
		// Fewer are always let go of.
		if (body.quantity > post.quantity)
			await requireFree(context, { employerId, registrationId, needId: post.labourNeedId, quantity: body.quantity, path: "quantity" });
		await context.db.updateTable("mission_post").set({ quantity: body.quantity }).where("id", "=", params.id).execute();
		return read(context, registrationId);
	}),

	implement(deleteMissionPost, async (context, { params, ifMatch }) => {
		await holdPost(context, params.id, ifMatch);
		await context.db.deleteFrom("mission_post").where("id", "=", params.id).execute();
		return null;
	}),
];
