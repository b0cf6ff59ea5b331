import { useQuery } from "@tanstack/react-query";
import { countAlerts } from "#contract/digests.ts";
import { apiQuery } from "#lib/api.ts";

const fiveMinutes = 300_000;

/** Reads how many alerts are new, after the page is drawn and from time to time; the navigation shows the number as soon as it is known. */
export function UnseenAlerts() {
	useQuery({ ...apiQuery(countAlerts, {}), staleTime: fiveMinutes, refetchInterval: fiveMinutes });
	return null;
}
