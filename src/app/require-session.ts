import { redirect } from "react-router";
import { paths } from "#lib/paths.ts";
import { queryClient } from "#lib/query-client.ts";
import { referenceQuery } from "#lib/reference.ts";
import { sessionQuery } from "#lib/session.ts";

/** Nobody signed in: to the door, with the way back. The reference starts beside the session, not after it. */
export async function requireSession({ request }: { request: Request }) {
	const reference = queryClient.ensureQueryData(referenceQuery).catch((error: unknown) => error);
	const session = await queryClient.ensureQueryData(sessionQuery);
	if (!session.person) {
		queryClient.removeQueries({ queryKey: referenceQuery.queryKey });
		const { pathname, search } = new URL(request.url);
		throw redirect(paths.signIn(pathname === paths.home() ? undefined : pathname + search));
	}
	const outcome = await reference;
	if (outcome instanceof Error) throw outcome;
	return null;
}

/** The first page depends on what the person does: the pipeline for those who watch it, the employers for those who visit them. */
export async function firstPageOf(): Promise<string> {
	const { person, operations } = await queryClient.ensureQueryData(sessionQuery);
	// The layout's loader runs beside this one: whoever is not signed in must not be sent, after signing in, to the page of those who may do nothing.
	if (!person) return paths.signIn();
	if (person.role === "manager") return paths.dashboard();
	return operations.includes("listEmployers") ? paths.employers() : "/accueil";
}
