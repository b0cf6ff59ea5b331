import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useNavigate, useSearchParams } from "react-router";
import type { Session } from "#contract/session.ts";
import { paths } from "#lib/paths.ts";
import { sessionQuery } from "#lib/session.ts";
import { resumeSession } from "#lib/session-end.ts";
import { rememberSignedIn } from "#lib/signed-in.ts";

/** A way back must stay on this site: only a path of ours is followed. */
const safeNext = (next: string | null) => (next?.startsWith("/") && !/^\/[/\\]/.test(next) ? next : paths.home());

/** Somebody has just come in: nothing of who was here before stays, and the page they came for opens. */
export function useEnter(): (session: Session) => void {
	const [search] = useSearchParams();
	const navigate = useNavigate();
	const client = useQueryClient();
	return useCallback(
		(session) => {
			const next = search.get("suite");
			client.clear();
			client.setQueryData(sessionQuery.queryKey, session);
			rememberSignedIn(!session.mustChangePassword);
			resumeSession();
			void navigate(session.mustChangePassword ? paths.choosePassword(next ?? undefined) : safeNext(next), { replace: true });
		},
		[search, navigate, client],
	);
}
