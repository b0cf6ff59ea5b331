import type { Generated } from "kysely";

/** What is sent to others and comes back: the tables as the migrations leave them; a test compares the two. */
export type ReferralTable = {
	id: string;
	region_code: string;
	employer_id: string | null;
	visit_id: string | null;
	from_person_id: string;
	to_person_id: string | null;
	to_partner_id: string | null;
	to_service: string | null;
	contact_name: string | null;
	reason: string;
	note: string | null;
	to_service_point_id: string | null;
	volets: Generated<string[]>;
	persons: number | null;
	counts_only: Generated<boolean>;
	immigration_line_id: string | null;
	consent_from: string | null;
	consent_on: string | null;
	consent_method: string | null;
	sent_on: string;
	reply_expected_on: string;
	state: Generated<string>;
	acknowledged_on: string | null;
	meeting_on: string | null;
	ended_on: string | null;
	ended_by_id: string | null;
	outcome: string | null;
	outcome_visit_id: string | null;
	end_reason: string | null;
	end_note: string | null;
	version: Generated<number>;
	recorded_at: Generated<string>;
};
