import { redirect } from "react-router";
import { getFirstSteps } from "#contract/first-steps.ts";
import { apiQuery } from "#lib/api.ts";
import { paths } from "#lib/paths.ts";
import { usePreferences } from "#lib/preferences.ts";
import { queryClient } from "#lib/query-client.ts";
import { referenceQuery } from "#lib/reference.ts";
import { rememberSignedIn, sessionQuery, wasSignedIn } from "#lib/session.ts";

/** Nobody signed in: to the door, with the way back. */
async function requirePerson({ request }: { request: Request }) {
	const { person, mustChangePassword, needsSetup } = await queryClient.ensureQueryData(sessionQuery);
	rememberSignedIn(person !== null && !mustChangePassword);
	if (person && !mustChangePassword) return;
	queryClient.removeQueries({ queryKey: referenceQuery.queryKey });
	const { pathname, search } = new URL(request.url);
	const next = pathname === paths.home() ? undefined : pathname + search;
	throw redirect(needsSetup ? paths.setup() : person ? paths.choosePassword(next) : paths.signIn(next));
}

/** Before any loader: a stranger asks for nothing that would be refused. Whoever was here last time does not wait for the session, and is sent to the door by `loadSignedIn` if it has ended. */
export async function strangersFirst(args: { request: Request }) {
	if (!wasSignedIn()) await requirePerson(args);
}

/** What every page needs: who is here, and the words of the reference, asked side by side. */
export async function loadSignedIn(args: { request: Request }) {
	const reference = queryClient.ensureQueryData(referenceQuery).catch((error: unknown) => error);
	await requirePerson(args);
	const outcome = await reference;
	if (outcome instanceof Error) throw outcome;
	return null;
}

/** What is left to set up opens first, for those who set up, until it is done or they hide it. */
async function isLeftToSetUp(operations: readonly string[]): Promise<boolean> {
	if (!operations.includes(getFirstSteps.id) || usePreferences.getState().firstStepsHidden) return false;
	const progress = await queryClient.fetchQuery({ ...apiQuery(getFirstSteps, {}), staleTime: 0 }).catch(() => null);
	return progress?.steps.some(({ isDone }) => !isDone) === true;
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
	return operations.includes("listEmployers") ? paths.employers() : "/accueil";
}
