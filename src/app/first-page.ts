import { getFirstSteps } from "#contract/first-steps.ts";
import { apiQuery } from "#lib/api.ts";
import { paths } from "#lib/paths.ts";
import { usePreferences } from "#lib/preferences.ts";
import { queryClient } from "#lib/query-client.ts";
import { sessionQuery } from "#lib/session.ts";

/** What is left to set up opens first, for those who set up, until it is done or they hide it. An employer that is nobody's yet is everyday work, not a beginning. */
async function isLeftToSetUp(operations: readonly string[]): Promise<boolean> {
	if (!operations.includes(getFirstSteps.id) || usePreferences.getState().firstStepsHidden) return false;
	const progress = await queryClient.fetchQuery({ ...apiQuery(getFirstSteps, {}), staleTime: 0 }).catch(() => null);
	return progress?.steps.some(({ code, isDone }) => !isDone && code !== "assigned") === true;
}

/** The first page depends on what the person does: the pipeline for those who watch it, their own day for those who visit employers. */
export async function firstPageOf(): Promise<string> {
	const { person, operations } = await queryClient.ensureQueryData(sessionQuery);
	// `loadSignedIn` runs beside this: whoever is not signed in must not be sent, after signing in, to the page of those who may do nothing.
	if (!person) return paths.signIn();
	if (await isLeftToSetUp(operations)) return paths.firstSteps();
	if (person.role === "manager") return paths.dashboard();
	if (person.role === "administrator" && operations.includes("listPeople")) return paths.people();
	if (person.role === "auditor" && operations.includes("listAccountEvents")) return paths.accountEvents();
	if (operations.includes("getMyDay")) return paths.myDay();
	if (operations.includes("listEmployers")) return paths.employers();
	// Agents of integration begin with what they are sent.
	return operations.includes("listReferrals") ? paths.referrals() : "/accueil";
}
