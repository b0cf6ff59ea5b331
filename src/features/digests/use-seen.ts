import { useEffect, useState } from "react";
import { type Alert, type Digest, seeAlerts } from "#contract/digests.ts";
import { useApiMutation } from "#lib/api.ts";
import { reads } from "#lib/reads.ts";

const nameOf = ({ fact, state }: Alert) => `${fact} ${state}`;

/** What is on the page is seen: it is said once of each alert. As long as one stays, what was new on arrival stays where it is. */
export function useSeen(digest: Digest | undefined): (alert: Alert) => boolean {
	const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
	const { mutate } = useApiMutation(seeAlerts, { invalidates: reads("countAlerts") });
	useEffect(() => {
		const fresh = digest?.alerts.filter((alert) => alert.isNew && !shown.has(nameOf(alert))) ?? [];
		if (fresh.length === 0) return;
		setShown(new Set([...shown, ...fresh.map(nameOf)]));
		mutate({ body: { alerts: fresh.map(({ fact, state }) => ({ fact, state })) } });
	}, [digest, shown, mutate]);
	return (alert) => alert.isNew || shown.has(nameOf(alert));
}
