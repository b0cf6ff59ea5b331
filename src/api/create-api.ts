import { Hono } from "hono";
import { routePath } from "hono/route";
import { languageOf } from "#contract/problem-text.ts";
import { documentationResponse, openApiResponse } from "./documentation.ts";
import { describeError } from "./error-log.ts";
import { type Implementation, type Ports, run } from "./implement.ts";
import { problemResponse, Refusal, refusalOf } from "./refusal.ts";
import { accountRoutes } from "./routes/account.ts";
import { accountEventRoutes } from "./routes/account-events.ts";
import { calendarRoutes } from "./routes/calendar.ts";
import { dashboardRoutes } from "./routes/dashboard.ts";
import { digestRoutes } from "./routes/digests.ts";
import { documentRoutes } from "./routes/documents.ts";
import { employerArchivingRoutes } from "./routes/employer-archiving.ts";
import { employerBriefRoutes } from "./routes/employer-brief.ts";
import { employerRoutes } from "./routes/employers.ts";
import { firstStepRoutes } from "./routes/first-steps.ts";
import { followUpRoutes } from "./routes/follow-ups.ts";
import { handOverRoutes } from "./routes/hand-overs.ts";
import { immigrationDelayRoutes } from "./routes/immigration-delays.ts";
import { immigrationLineRoutes } from "./routes/immigration-lines.ts";
import { importRowRoutes } from "./routes/import-rows.ts";
import { importRoutes } from "./routes/imports.ts";
import { indicatorRoutes } from "./routes/indicators.ts";
import { journalRoutes } from "./routes/journal.ts";
import { labourNeedRoutes } from "./routes/labour-needs.ts";
import { missionMatchRoutes } from "./routes/mission-matches.ts";
import { missionRegistrationRoutes } from "./routes/mission-registrations.ts";
import { missionResultRoutes } from "./routes/mission-results.ts";
import { missionRoutes } from "./routes/missions.ts";
import { myDayRoutes } from "./routes/my-day.ts";
import { myPortfolioRoutes } from "./routes/my-portfolio.ts";
import { needMarkRoutes } from "./routes/need-marks.ts";
import { needMatrixRoutes } from "./routes/need-matrix.ts";
import { needMovementRoutes } from "./routes/need-movements.ts";
import { newcomerSignalRoutes } from "./routes/newcomer-signals.ts";
import { partnerRoutes } from "./routes/partners.ts";
import { peopleRoutes } from "./routes/people.ts";
import { portalAccountRoutes } from "./routes/portal-accounts.ts";
import { questionnaireRoutes } from "./routes/questionnaire.ts";
import { questionRoutes } from "./routes/questions.ts";
import { redactionRoutes } from "./routes/redactions.ts";
import { referenceRoutes } from "./routes/reference.ts";
import { referralRoutes } from "./routes/referrals.ts";
import { retentionRoutes } from "./routes/retention.ts";
import { searchRoutes } from "./routes/search.ts";
import { sessionRoutes } from "./routes/session.ts";
import { signalRoutes } from "./routes/signals.ts";
import { stageRoutes } from "./routes/stages.ts";
import { supportCaseRoutes } from "./routes/support-cases.ts";
import { textChoiceRoutes } from "./routes/text-choices.ts";
import { toolRuleRoutes } from "./routes/tool-rules.ts";
import { toolUseRoutes } from "./routes/tool-uses.ts";
import { tourRoutes } from "./routes/tours.ts";
import { visitRoutes } from "./routes/visits.ts";
import { vocabularyRoutes } from "./routes/vocabularies.ts";
import { dayOf } from "./rules/calendar.ts";

export type { Ports } from "./implement.ts";

/** Order matters to the router only where a fixed path meets a parameter: fixed paths come first in each file. */
export const implementations: readonly Implementation[] = [
	...sessionRoutes,
	...accountRoutes,
	...firstStepRoutes,
	...peopleRoutes,
	...accountEventRoutes,
	...referenceRoutes,
	...referralRoutes,
	...newcomerSignalRoutes,
	...journalRoutes,
	...redactionRoutes,
	...employerRoutes,
	...employerArchivingRoutes,
	...employerBriefRoutes,
	...supportCaseRoutes,
	...stageRoutes,
	...vocabularyRoutes,
	...questionRoutes,
	...questionnaireRoutes,
	...signalRoutes,
	...handOverRoutes,
	...needMatrixRoutes,
	...labourNeedRoutes,
	...needMovementRoutes,
	...needMarkRoutes,
	...visitRoutes,
	...calendarRoutes,
	...tourRoutes,
	...followUpRoutes,
	...portalAccountRoutes,
	...toolUseRoutes,
	...partnerRoutes,
	...documentRoutes,
	...textChoiceRoutes,
	...myDayRoutes,
	...digestRoutes,
	...myPortfolioRoutes,
	...immigrationDelayRoutes,
	...immigrationLineRoutes,
	...missionMatchRoutes,
	...toolRuleRoutes,
	...retentionRoutes,
	...missionResultRoutes,
	...missionRoutes,
	...missionRegistrationRoutes,
	...importRoutes,
	...importRowRoutes,
	...dashboardRoutes,
	...searchRoutes,
	...indicatorRoutes,
];

/**
 * The reference API: one function `Request → Response`, the same in a browser tab, in Node on PGlite and in front of PostgreSQL.
 * It has no clock, no file and no identifier of its own: all are given.
 */
export function createApi(ports: Ports, base = "/api"): (request: Request) => Promise<Response> {
	const app = new Hono<{ Variables: { requestId: string } }>().basePath(base);
	// Every answer can be found again in the log and in the journal.
	app.use(async (context, next) => {
		context.set("requestId", ports.newId());
		await next();
		context.res.headers.set("x-request-id", context.get("requestId"));
	});
	app.get("/openapi.json", openApiResponse);
	app.get("/documentation", documentationResponse);
	for (const implementation of implementations) {
		const { method, path } = implementation.endpoint;
		app.on(method, path.replace(/\{(\w+)\}/g, ":$1"), (context) =>
			run(implementation, ports, context.req.raw, context.req.param() as Record<string, string>, {
				language: languageOf(context.req.header("accept-language") ?? null),
				today: dayOf(ports.now()),
				requestId: context.get("requestId"),
			}),
		);
	}
	const known = new Set(implementations.map(({ endpoint }) => endpoint.path));
	for (const path of known) {
		app.all(path.replace(/\{(\w+)\}/g, ":$1"), () => {
			throw new Refusal("method-not-allowed");
		});
	}
	app.notFound(() => {
		throw new Refusal("not-found");
	});
	app.onError((error, context) => {
		const requestId = context.get("requestId");
		const language = languageOf(context.req.header("accept-language") ?? null);
		const refusal = refusalOf(error);
		const where = { requestId, method: context.req.method, path: routePath(context, -1) };
		if (refusal) {
			ports.log({ level: "info", message: refusal.code, ...where });
			return problemResponse(refusal, language, requestId);
		}
		ports.log({ level: "error", ...describeError(error), ...where });
		return problemResponse(new Refusal("unexpected-error"), language, requestId);
	});
	return async (request) => app.fetch(request);
}
