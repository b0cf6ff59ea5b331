import type { Alert } from "#contract/digests.ts";

/** Where the screens show what an e-mail tells of: the same addresses as lib/paths.ts, which the API does not see (rules/digests compares them). */
export const digestAddress = "/resume";
export const preferenceAddress = "/resume#reception";

export function addressOf({ kind, recordId }: Pick<Alert, "kind" | "recordId">): string {
	switch (kind) {
		case "visit":
		case "report":
			return `/visites/${recordId}`;
		case "signal":
			return `/signaux?signal=${recordId}`;
		case "followUp":
			return `/suivis?suivi=${recordId}`;
		case "sleepingCase":
			return `/dossiers?dossier=${recordId}`;
		default:
			return `/aiguillages?aiguillage=${recordId}`;
	}
}
