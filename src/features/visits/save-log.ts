import { createVisit, getVisit, updateVisit, type Visit, type VisitCreation } from "#contract/visits.ts";
import { ApiError, call } from "#lib/http.ts";

/**
 * Sends a quick log. When an earlier try got through without our knowing, and something was typed since,
 * the API answers that the id has served: the visit is there, and is brought up to what was typed.
 */
export async function saveLog(body: VisitCreation): Promise<Visit> {
	try {
		return await call(createVisit, { body }, { idempotencyKey: body.id });
	} catch (error) {
		if (!(error instanceof ApiError) || (error.problem.code !== "key-reused" && error.problem.code !== "id-taken")) throw error;
		const { id, ...change } = body;
		const stored = await call(getVisit, { params: { id } });
		return call(updateVisit, { params: { id }, body: { ...change, report: { ...stored.report, ...change.report } } }, { ifMatch: stored.version });
	}
}
