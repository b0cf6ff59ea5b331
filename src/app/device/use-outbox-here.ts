import { useEffect } from "react";
import { useSession } from "#lib/session.ts";

/** What waits on this device is sent as soon as its person is here. */
export function useOutboxHere() {
	const me = useSession().person.id;
	// biome-ignore lint/correctness/useExhaustiveDependencies: another person, another outbox
	useEffect(() => {
		void import("#lib/outbox/start.ts").then(({ outboxOf }) => outboxOf());
		// The quick log opens over any page: what was begun in it must be at hand.
		void import("#lib/drafts.ts").then(({ openDrafts }) => openDrafts());
	}, [me]);
}
