import { redirect } from "react-router";
import { paths } from "#lib/paths.ts";
import { queryClient } from "#lib/query-client.ts";
import { referenceQuery } from "#lib/reference.ts";
import { sessionQuery } from "#lib/session.ts";
import { rememberSignedIn, wasSignedIn } from "#lib/signed-in.ts";

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
