import { sql } from "kysely";
import {
	copyQuestions,
	createQuestion,
	fixedAnswers,
	getQuestion,
	getSignalProtocol,
	listQuestions,
	listSignalProtocols,
	type Question,
	type SignalProtocol,
	updateQuestion,
	updateSignalProtocol,
} from "#contract/questions.ts";
import type { Context } from "../caller.ts";
import { implement } from "../implement.ts";
import { camelRow, mustFind, requireTerms, requireVersion, saidIn, snakeRow } from "../presenting.ts";
import { invalid, Refusal } from "../refusal.ts";

const maySet = ({ caller }: Pick<Context, "caller">) => caller.role === "manager" || caller.role === "administrator";

/** The set that holds a year: its own, or that of the last year that had one. */
export const setYearOf = ({ caller }: Pick<Context, "caller">, year: number) =>
	sql<number>`(select max(y.year) from question y where y.region_code = ${caller.regionCode} and y.year <= ${year})`;

// Asked by the administration too, which reads no answer: the house says yes or no.
const columns = sql`q.id, q.year, q.code, q.position, q.wording_fr, q.wording_en, q.kind, q.choices, q.raises, q.is_asked, question_is_answered(q.id) as is_answered, q.version`;

const present = (context: Context, row: Record<string, unknown>): Question => ({ ...camelRow<Omit<Question, "can">>(row), can: { update: maySet(context) } });

export async function readQuestions(context: Context, year: number): Promise<Question[]> {
	const { rows } = await sql<Record<string, unknown>>`
		select ${columns} from question q where q.region_code = ${context.caller.regionCode} and q.year = ${setYearOf(context, year)} order by q.position, q.code`.execute(
		context.db,
	);
	return rows.map((row) => present(context, row));
}

async function readQuestion(context: Context, id: string, lock = false): Promise<Question> {
	const { rows } = await sql<Record<string, unknown>>`
		select ${columns} from question q where q.id = ${id} and q.region_code = ${context.caller.regionCode} ${lock ? sql`for update` : sql``}`.execute(
		context.db,
	);
	return present(context, mustFind(rows[0]));
}

/** A choice has choices, each once; an answer that raises a signal is one of the question, and the signal one of the region. */
async function requireWhole(context: Context, { kind, choices, raises }: Pick<Question, "kind" | "choices" | "raises">): Promise<void> {
	const codes = choices.map(({ code }) => code);
	if (kind === "choice" && codes.length < 2) throw invalid("choices", "required");
	if (kind !== "choice" && codes.length > 0) throw invalid("choices", "invalid");
	if (new Set(codes).size < codes.length) throw invalid("choices", "id-taken");
	const answers = kind === "choice" ? codes : fixedAnswers[kind];
	for (const [index, { answer }] of raises.entries()) if (!answers.includes(answer)) throw invalid(`raises.${index}.answer`, "unknown-reference");
	await requireTerms(
		context,
		raises.map(({ signal }, index) => ({ path: `raises.${index}.signal`, vocabulary: "signal", code: signal })),
	);
}

const stored = ({ choices, raises, ...rest }: Partial<Question>) => ({
	...snakeRow(rest),
	...(choices ? { choices: JSON.stringify(choices) } : {}),
	...(raises ? { raises: JSON.stringify(raises) } : {}),
});

async function readProtocols({ db, caller }: Context): Promise<SignalProtocol[]> {
	const rows = await db
		.selectFrom("signal_protocol as p")
		.leftJoin("region_term as t", (join) => join.onRef("t.code", "=", "p.signal").on("t.vocabulary", "=", "signal"))
		.select(["p.id", "p.signal", "p.level", "p.protocol_fr as protocolFr", "p.protocol_en as protocolEn", "p.version"])
		.where("p.region_code", "=", caller.regionCode)
		.orderBy("t.position")
		.orderBy("p.signal")
		.execute();
	return rows.map((row) => ({ ...row, can: { update: maySet({ caller }) } }));
}
const readProtocol = async (context: Context, id: string) => mustFind((await readProtocols(context)).find((one) => one.id === id));

export const questionRoutes = [
	implement(listQuestions, async (context, { query }) => {
		const year = query?.year ?? Number(context.today.slice(0, 4));
		const sets = await context.db
			.selectFrom("question")
			.select("year")
			.distinct()
			.where("region_code", "=", context.caller.regionCode)
			.orderBy("year", "desc")
			.execute();
		const setYears = sets.map((row) => row.year);
		const setYear = mustFind(setYears.find((one) => one <= year));
		return { year, setYear, setYears, items: await readQuestions(context, year), can: { create: maySet(context) } };
	}),

	implement(getQuestion, (context, { params }) => readQuestion(context, params.id)),

	implement(createQuestion, async (context, { body }) => {
		const siblings = await readQuestions(context, body.year);
		if (siblings[0]?.year !== body.year) throw new Refusal("not-found");
		await requireWhole(context, body);
		await context.db
			.insertInto("question")
			.values({
				...stored(body),
				code: `own-${body.id.replaceAll("-", "").slice(-12)}`,
				position: Math.max(...siblings.map(({ position }) => position)) + 1,
				region_code: context.caller.regionCode,
			} as never)
			.execute();
		return readQuestion(context, body.id);
	}),

	implement(updateQuestion, async (context, { params, body, ifMatch }) => {
		const before = await readQuestion(context, params.id, true);
		await requireVersion(ifMatch, before.version, async () => before);
		const after = { ...before, ...(saidIn(body) as Partial<Question>) };
		// Words are corrected; what was answered keeps the choices it was chosen among.
		const isLost = before.kind !== after.kind || before.choices.some(({ code }) => !after.choices.some((one) => one.code === code));
		if (before.isAnswered && isLost) throw new Refusal("question-answered");
		await requireWhole(context, after);
		await context.db
			.updateTable("question")
			.set({ ...stored(body as Partial<Question>), version: before.version + 1 } as never)
			.where("id", "=", params.id)
			.execute();
		return readQuestion(context, params.id);
	}),

	implement(copyQuestions, async (context, { body }) => {
		const questions = await readQuestions(context, body.year);
		if (questions.length === 0) throw new Refusal("not-found");
		if (questions[0]?.year === body.year) throw new Refusal("already-prepared");
		const asked = questions.filter(({ isAsked }) => isAsked);
		await context.db
			.insertInto("question")
			.values(
				asked.map(({ can: _, isAnswered: __, version: ___, ...question }, position) => ({
					...stored(question),
					id: context.newId(),
					year: body.year,
					position,
					region_code: context.caller.regionCode,
				})) as never,
			)
			.execute();
		return { year: body.year, questions: asked.length };
	}),

	implement(listSignalProtocols, async (context) => ({ items: await readProtocols(context) })),

	implement(getSignalProtocol, (context, { params }) => readProtocol(context, params.id)),

	implement(updateSignalProtocol, async (context, { params, body, ifMatch }) => {
		const { db, caller } = context;
		mustFind(
			await db
				.selectFrom("signal_protocol")
				.select("id")
				.where("id", "=", params.id)
				.where("region_code", "=", caller.regionCode)
				.forUpdate()
				.executeTakeFirst(),
		);
		const before = await readProtocol(context, params.id);
		await requireVersion(ifMatch, before.version, async () => before);
		await db
			.updateTable("signal_protocol")
			.set({ ...snakeRow(body), version: before.version + 1 } as never)
			.where("id", "=", params.id)
			.execute();
		return readProtocol(context, params.id);
	}),
];
