import { declineNewcomerSupport, type ImmigrationLine } from "#contract/immigration-lines.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { mustFind, requireTerms, requireVersion } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";
import { faultOfDeclining, faultsOfContent, faultsOfSending, type Signal, type SignalSent } from "../rules/newcomer-signals.ts";
import { holdImmigrationLines, readImmigrationLine, readImmigrationLines } from "./immigration-line-list.ts";

/** The volets newly named are offered today; the point of service is one of the region, and open. */
async function requireNamed(context: Context, sent: Signal, before: Signal = {}): Promise<void> {
	const { db, caller, today } = context;
	const asked = (sent.volets ?? []).filter((code) => !before.volets?.includes(code));
	await requireTerms(
		context,
		asked.map((code) => ({ path: "volets", vocabulary: "newcomerVolet", code })),
	);
	if (!sent.toServicePointId || sent.toServicePointId === before.toServicePointId) return;
	const point = await db
		.selectFrom("service_point")
		.select(["valid_from", "valid_to"])
		.where("id", "=", sent.toServicePointId)
		.where("region_code", "=", caller.regionCode)
		.executeTakeFirst();
	if (!point) throw invalid("toServicePointId", "unknown-reference");
	if (point.valid_from > today || (point.valid_to !== null && point.valid_to < today)) throw invalid("toServicePointId", "service-point-closed");
}

/** The lines that a signal is about, held: those of one employer, whom the caller answers for. */
async function holdLines(context: Context, ids: readonly string[], employerId: string | null, path: string): Promise<ImmigrationLine[]> {
	const lines = await holdImmigrationLines(context, ids);
	if (lines.length !== new Set(ids).size || lines.some((line) => line.employerId !== employerId)) throw invalid(path, "unknown-reference");
	if (lines.some(({ can }) => !can.update)) throw new Refusal("forbidden");
	return lines;
}

/** A person who is signalled already is neither signalled again nor said to decline, until it is over. */
async function requireNoneOpen({ db }: Context, lineId: string, path: string): Promise<void> {
	const open = await db.selectFrom("referral").select("id").where("immigration_line_id", "=", lineId).where("ended_on", "is", null).executeTakeFirst();
	if (open) throw invalid(path, "signal-open");
}

/** Before a referral is sent: what it says of a signal holds, beside the lines it comes from, which are answered. */
export async function requireSending(context: Context, sent: SignalSent & { employerId: string | null }): Promise<ImmigrationLine[]> {
	const { immigrationLineId, countedLineIds = [] } = sent;
	const lines = immigrationLineId
		? await holdLines(context, [immigrationLineId], sent.employerId, "immigrationLineId")
		: await holdLines(context, countedLineIds, sent.employerId, "countedLineIds");
	const fields = faultsOfSending(sent, lines, context.today);
	if (fields.length > 0) throw new Refusal("invalid-input", { fields });
	await requireNamed(context, sent);
	if (immigrationLineId) await requireNoneOpen(context, immigrationLineId, "immigrationLineId");
	return lines;
}

/** A referral that changes stays what it is: a signal, or none. */
export async function requireChange(context: Context, after: Signal, before: Signal, lineId: string | null): Promise<void> {
	const lines = lineId ? await readImmigrationLines(context, [lineId]) : [];
	const fields = faultsOfContent(after, lines);
	if (fields.length > 0) throw new Refusal("invalid-input", { fields });
	await requireNamed(context, after, before);
}

/** What each line says from then on; a person who is only counted is told of by nothing else. */
export async function answerLines({ db, today }: Context, lines: readonly ImmigrationLine[], answer: "referred" | "counted"): Promise<void> {
	if (lines.length === 0) return;
	await db
		.updateTable("immigration_line")
		.set((line) => ({ newcomer_answer: answer, newcomer_offered_on: today, version: line("version", "+", 1) }))
		.where(
			"id",
			"in",
			lines.map(({ id }) => id),
		)
		.execute();
}

export const newcomerSignalRoutes = [
	implement(declineNewcomerSupport, async (context, { params, body, ifMatch }) => {
		const { db, today } = context;
		const before = mustFind((await holdImmigrationLines(context, [params.id]))[0]);
		if (!before.can.update) throw new Refusal("forbidden");
		await requireVersion(ifMatch, before.version, async () => before);
		const { declinedOn } = body;
		const fault = declinedOn === null ? null : faultOfDeclining(before, declinedOn, today);
		if (fault) throw new Refusal("invalid-input", { fields: [fault] });
		await requireNoneOpen(context, params.id, "declinedOn");
		await db
			.updateTable("immigration_line")
			.set({ newcomer_answer: declinedOn === null ? null : "declined", newcomer_offered_on: declinedOn, version: before.version + 1 })
			.where("id", "=", params.id)
			.execute();
		return readImmigrationLine(context, params.id);
	}),
];
