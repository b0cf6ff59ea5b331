import { sql } from "kysely";
import { type FirstStep, getFirstSteps, loadDemonstration } from "#contract/first-steps.ts";
import type { LocalDate } from "#contract/primitives.ts";
import { streamHeaders } from "../change-streams.ts";
import type { Database } from "../demonstration.ts";
import { isDemonstrationOffice } from "../demonstration.ts";
import { implement, implementStream } from "../implement.ts";
import { Refusal } from "../refusal.ts";

type Progress = { managers: number; counsellors: number; employers: number; unassigned: number; cases: number; visits: number };

const isOfficeEmpty = async (db: Database) => (await sql<{ empty: boolean }>`select is_office_empty() as empty`.execute(db)).rows[0]?.empty === true;

async function progressOf(db: Database, today: LocalDate): Promise<Progress> {
	const { rows } = await sql<Progress>`select * from office_progress(${today}::date)`.execute(db);
	if (!rows[0]) throw new Error("office_progress() answers one row, always.");
	return rows[0];
}

/** A step is done when there is one; employers are assigned when there are some and none is left over. */
function stepsOf({ managers, counsellors, employers, unassigned, cases, visits }: Progress) {
	const step = (code: FirstStep, count: number, isDone = count > 0) => ({ code, count, isDone });
	return [
		step("managers", managers),
		step("counsellors", counsellors),
		step("employers", employers),
		step("assigned", unassigned, employers > 0 && unassigned === 0),
		step("cases", cases),
		step("visits", visits),
	];
}

const encoder = new TextEncoder();

export const firstStepRoutes = [
	implement(getFirstSteps, async ({ db, caller, today, hasDemonstration }) => {
		const isEmpty = await isOfficeEmpty(db);
		return {
			isEmpty,
			isDemonstration: await isDemonstrationOffice(db),
			mayLoadDemonstration: isEmpty && hasDemonstration && caller.role === "administrator",
			steps: stepsOf(await progressOf(db, today)),
		};
	}),

	implementStream(loadDemonstration, async ({ ports, caller, now, today, requestId }) => {
		if (!(await isOfficeEmpty(ports.database))) throw new Refusal("office-not-empty");
		const { example } = ports;
		if (!example) throw new Refusal("not-found");
		const body = new ReadableStream<Uint8Array>({
			async start(controller) {
				const tell = (progress: { done: number; of: number; failed?: boolean }) => controller.enqueue(encoder.encode(`data: ${JSON.stringify(progress)}\n\n`));
				let last = { done: 0, of: 1 };
				try {
					const isLoaded = await example({ administratorId: caller.personId, at: now, today, requestId }, (done, of) => {
						last = { done, of };
						// The end is said once it is kept.
						if (done < of) tell(last);
					});
					tell(isLoaded ? { ...last, done: last.of } : { ...last, failed: true });
				} catch (error) {
					ports.log({ level: "error", message: `the demonstration was not loaded: ${error instanceof Error ? error.name : "unknown"}`, requestId });
					tell({ ...last, failed: true });
				}
				controller.close();
			},
		});
		return new Response(body, { headers: streamHeaders });
	}),
];
