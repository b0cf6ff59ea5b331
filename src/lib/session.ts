import { useQuery } from "@tanstack/react-query";
import { getSession, type Session } from "#contract/session.ts";
import { apiQuery } from "./api.ts";

export const sessionQuery = { ...apiQuery(getSession, {}), staleTime: 5 * 60_000 };

/** The signed-in person; pages below the signed-in layout always have one. */
export function useSession(): Session & { person: NonNullable<Session["person"]> } {
	const { data } = useQuery(sessionQuery);
	if (!data?.person) throw new Error("Nobody is signed in: this page belongs under the signed-in layout.");
	return { ...data, person: data.person };
}
