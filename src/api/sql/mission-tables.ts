import type { Generated } from "kysely";

/** The Journées Québec: the tables as the migrations leave them; a test compares the two. */
export type MissionTable = {
	id: string;
	region_code: string;
	name: string;
	edition: string | null;
	countries: Generated<string[]>;
	mode: string;
	starts_on: string;
	ends_on: string;
	sectors: Generated<string[]>;
	occupation_codes: Generated<string[]>;
	french_level: number | null;
	registration_deadline_on: string | null;
	application_deadline_on: string | null;
	source: string | null;
	is_reference: Generated<boolean>;
	is_cancelled: Generated<boolean>;
	published_employers: number | null;
	published_posts: number | null;
	published_registered: number | null;
	published_applications: number | null;
	published_retained: number | null;
	published_invited: number | null;
	published_interviews: number | null;
	published_hires: number | null;
	version: Generated<number>;
	recorded_at: Generated<string>;
};
export type MissionRegistrationTable = {
	id: string;
	region_code: string;
	mission_id: string;
	employer_id: string;
	advisor_id: string | null;
	interested_on: string | null;
	invited_on: string | null;
	registered_on: string | null;
	confirmed_on: string | null;
	took_part_on: string | null;
	withdrawn_on: string | null;
	withdraw_reason: string | null;
	note: string | null;
	state: Generated<string>;
	origin: Generated<string>;
	version: Generated<number>;
	recorded_at: Generated<string>;
};
export type MissionPostTable = {
	id: string;
	region_code: string;
	registration_id: string;
	labour_need_id: string;
	quantity: number;
	version: Generated<number>;
	recorded_at: Generated<string>;
};
export type MissionResultTable = {
	id: string;
	region_code: string;
	registration_id: string;
	measure: string;
	known_on: string;
	value: number;
	recorded_by: string | null;
	version: Generated<number>;
	recorded_at: Generated<string>;
};
/** Kept beside the three above: what a mission amounts to, by the day from which it does. */
export type MissionTallyTable = {
	mission_id: string;
	measure: string;
	day: string;
	amount: number;
	region_code: string;
};
