import type { Generated } from "kysely";

/** Alerts and the digest of the day: the tables as the migrations leave them; a test compares the two. */
export type DigestTable = {
	id: string;
	person_id: string;
	region_code: string;
	day: string;
	state: string;
	claim: string;
	claimed_at: string;
	attempts: Generated<number>;
	retry_at: string | null;
	fault: string | null;
	sent_at: string | null;
	alerts: Generated<number>;
};

export type DigestPreferenceTable = {
	person_id: string;
	by_mail: boolean;
	hour: number;
	working_days_only: boolean;
	language: string;
	version: number;
};

export type ToldAlertTable = {
	person_id: string;
	fact: string;
	told_as: string;
	told_on: string;
	seen_as: string | null;
};
