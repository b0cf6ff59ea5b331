import { sql } from "kysely";
import {
	countImmigrationLines,
	createImmigrationGroup,
	createImmigrationLine,
	getImmigrationLine,
	type ImmigrationLine,
	listImmigrationLines,
	updateImmigrationLine,
} from "#contract/immigration-lines.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { readFacets } from "../list-facets.ts";
import { readPage } from "../list-page.ts";
import { mustFind, requireTerms, requireVersion, saidIn, snakeRow } from "../presenting.ts";
import { type FieldProblem, invalid, Refusal } from "../refusal.ts";
import { faultsOfLine } from "../rules/immigration-lines.ts";
import { canWriteEmployer } from "../rules/permissions.ts";
import { faultsOfWork } from "../rules/retention.ts";
import { followLines } from "./immigration-follow-ups.ts";
import { holdImmigrationLines, immigrationLineList, presentImmigrationLine, readImmigrationLine } from "./immigration-line-list.ts";
import { employerNamed } from "./record-employer.ts";
import { readChecks } from "./retention.ts";

type Wanted = Omit<
	ImmigrationLine,
	"id" | "employerName" | "occupationLabel" | "missionName" | "renewalOn" | "newcomerAnswer" | "newcomerOfferedOn" | "state" | "version" | "can"
>;

const termsOf = ({ path, stream, country, endReason }: Partial<Pick<Wanted, "path" | "stream" | "country" | "endReason">>) => [
	{ path: "path" as const, vocabulary: "immigrationPath", code: path },
	{ path: "stream" as const, vocabulary: "immigrationStream", code: stream },
	{ path: "country" as const, vocabulary: "missionCountry", code: country },
	{ path: "endReason" as const, vocabulary: "immigrationEnd", code: endReason },
];

/** The first day of the mission that a line names, if it names one of the region. */
async function missionStartOf({ db, caller }: Context, missionId: string | null) {
	if (missionId === null) return null;
	const mission = await db
		.selectFrom("mission")
		.select("starts_on")
		.where("id", "=", missionId)
		.where("region_code", "=", caller.regionCode)
		.executeTakeFirst();
	if (!mission) throw invalid("missionId", "unknown-reference");
	return mission.starts_on;
}

/** Its need is its employer's, its mission one of the region; answers the mission's first day. */
async function requireLinks(context: Context, { employerId, labourNeedId, missionId }: Pick<Wanted, "employerId" | "labourNeedId" | "missionId">) {
	if (labourNeedId !== null) {
		const need = await context.db.selectFrom("labour_need").select("employer_id").where("id", "=", labourNeedId).executeTakeFirst();
		if (need?.employer_id !== employerId) throw invalid("labourNeedId", "unknown-reference");
	}
	return missionStartOf(context, missionId);
}

/** The line as it would be: its need is its employer's, its mission one of the region, its days in their order. What was amiss already, and is not touched, stops nobody. */
async function requireCoherent(context: Context, wanted: Wanted, before?: Wanted & { id: string }) {
	const { today } = context;
	const at = { today, missionStartsOn: await requireLinks(context, wanted) };
	const was = before && before.missionId !== wanted.missionId ? { today, missionStartsOn: await missionStartOf(context, before.missionId) } : at;
	const known = before ? faultsOfLine(before, was) : [];
	const isOld = ({ path, code }: FieldProblem) =>
		before?.[path as keyof Wanted] === wanted[path as keyof Wanted] && known.some((one) => one.path === path && one.code === code);
	const gainsaid =
		before && (before.startedOn !== wanted.startedOn || before.endedOn !== wanted.endedOn)
			? faultsOfWork(wanted, await readChecks(context, before.id), today)
			: [];
	const faults = [...faultsOfLine(wanted, at).filter((fault) => !isOld(fault)), ...gainsaid];
	if (faults.length > 0) throw new Refusal("invalid-input", { fields: faults });
}

export const immigrationLineRoutes = [
	implement(listImmigrationLines, async (context, { query }) => {
		const { rows, total, next } = await readPage(context, immigrationLineList, query);
		return { items: rows.map((row) => presentImmigrationLine(context, row)), total, next };
	}),

	implement(countImmigrationLines, (context, { query }) => readFacets(context, immigrationLineList, query)),

	implement(getImmigrationLine, (context, { params }) => readImmigrationLine(context, params.id)),

	implement(createImmigrationLine, async (context, { body }) => {
		const employer = await employerNamed(context, body.employerId);
		if (!canWriteEmployer(context.caller, employer)) throw new Refusal("forbidden");
		await requireTerms(context, termsOf(body));
		await requireCoherent(context, body);
		await context.db
			.insertInto("immigration_line")
			.values({ ...snakeRow(body), region_code: employer.regionCode } as never)
			.execute();
		await followLines(context, [body.id], context.caller.personId);
		return readImmigrationLine(context, body.id);
	}),

	implement(createImmigrationGroup, async (context, { body }) => {
		const { lines, ...common } = body;
		const employer = await employerNamed(context, common.employerId);
		if (!canWriteEmployer(context.caller, employer)) throw new Refusal("forbidden");
		await requireTerms(context, termsOf(common));
		const at = { today: context.today, missionStartsOn: await requireLinks(context, common) };
		const whole = lines.map((line) => ({ ...common, ...line, endedOn: null, endReason: null, note: null }));
		// What they have in common is at fault once, whoever it shows in.
		const fields = whole.flatMap((line, index) =>
			faultsOfLine(line, at).map((fault) => (Object.hasOwn(common, fault.path) ? fault : { ...fault, path: `lines.${index}.${fault.path}` })),
		);
		const once = fields.filter((fault, index) => fields.findIndex(({ path }) => path === fault.path) === index);
		if (once.length > 0) throw new Refusal("invalid-input", { fields: once });
		await context.db
			.insertInto("immigration_line")
			.values(whole.map((line) => ({ ...snakeRow(line), region_code: employer.regionCode })) as never)
			.execute();
		await followLines(
			context,
			whole.map(({ id }) => id),
			context.caller.personId,
		);
		return { created: whole.length };
	}),

	implement(updateImmigrationLine, async (context, { params, body, ifMatch }) => {
		const { db, caller } = context;
		const before = mustFind((await holdImmigrationLines(context, [params.id]))[0]);
		if (!before.can.update) throw new Refusal("forbidden");
		await requireVersion(ifMatch, before.version, async () => before);
		await requireTerms(
			context,
			termsOf(body).filter(({ path, code }) => code !== before[path]),
		);
		const said = saidIn(body) as Partial<Wanted>;
		await requireCoherent(context, { ...before, ...said }, before);
		if (Object.keys(said).length > 0) {
			await db
				.updateTable("immigration_line")
				.set({ ...snakeRow(said), version: before.version + 1 })
				.where("id", "=", params.id)
				.execute();
			if (said.label !== undefined && said.label !== before.label)
				await sql`select rename_line_follow_ups(${params.id}::uuid, ${before.label}, ${said.label})`.execute(db);
			await followLines(context, [params.id], caller.personId);
		}
		return readImmigrationLine(context, params.id);
	}),
];
