import type { ColumnType, Generated } from "kysely";

/** Reference data, people and the house's books: the tables as the migrations leave them; a test compares the two. Days and instants are text, bigint is text, in every home (parsers.ts). */
type NullableJson = ColumnType<object | null, string | null | undefined, string | null>;
type Computed<T> = ColumnType<T, never, never>;

export type AccountTable = {
	person_id: string;
	password_hash: string | null;
	must_change: Generated<boolean>;
	temporary_until: string | null;
	changed_at: string;
	last_sign_in_at: string | null;
};

export type AccountEventTable = {
	seq: Computed<string>;
	person_id: string;
	region_code: string;
	kind: string;
	at: string;
	actor: string | null;
	request_id: string | null;
	id: Generated<string>;
};

export type AgreementTable = {
	id: string;
	region_code: string;
	partner_id: string;
	programme: string;
	title: string;
	signed_on: string;
	end_on: string;
	ended_early_on: string | null;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type AgreementSliceTable = {
	id: Generated<string>;
	agreement_id: string;
	region_code: string;
	fiscal_year: number;
	committed_cents: string;
	paid_cents: Generated<string>;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type CalendarFeedTable = {
	person_id: string;
	token_hash: string;
	with_follow_ups: boolean;
	language: string;
	created_at: string;
	last_read_at: string | null;
};

export type IdempotencyKeyTable = {
	key: string;
	person_id: string;
	endpoint: string;
	body_hash: string;
	status: number;
	body: NullableJson;
	etag: string | null;
	created_at: string;
};

export type JournalColumnTable = {
	entity: string;
	name: string;
	former: string[];
	absent: unknown;
	/** Name of the function that reads a value of the former type. */
	convert: string | null;
};

export type JournalEntityTable = {
	name: string;
	position: number;
	root: string;
};

export type DemonstrationTable = {
	loaded_at: string;
};

export type LocalActionTable = {
	id: string;
	region_code: string;
	agreement_id: string;
	title: string;
	start_on: string;
	end_on: string;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type PartnerTable = {
	id: string;
	region_code: string;
	name: string;
	type: string;
	mrc_code: string | null;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type PersonTable = {
	id: string;
	region_code: string;
	name: string;
	initials: string;
	role: string;
	service_point_id: string | null;
	email: string | null;
	disabled_at: string | null;
	valid_from: string;
	valid_to: string | null;
	version: Generated<number>;
	recorded_at: Generated<string>;
};

export type RedactionTable = {
	id: string;
	region_code: string;
	entity: string;
	entity_id: string;
	fields: string[];
	reason: string;
	revisions: number;
	ordered_by: string;
	recorded_at: string;
};

export type RevisionTable = {
	seq: Generated<string>;
	entity: string;
	entity_id: string;
	root_id: string;
	version: number;
	op: "i" | "u" | "d";
	before: NullableJson;
	recorded_from: string | null;
	recorded_at: string;
	actor: string | null;
	request_id: string | null;
	batch_id: string | null;
	region_before: string | null;
	region_after: string | null;
};

export type SessionTable = {
	token_hash: string;
	person_id: string;
	created_at: string;
	expires_at: string;
	id: Generated<string>;
	last_seen_at: Generated<string>;
	device: string | null;
};

export type SignInAttemptTable = {
	scope: string;
	subject: string;
	failures: number;
	last_at: string;
	blocked_until: string | null;
};

export type TableAccessTable = {
	name: string;
	access: string;
};

export type TextChoiceTable = {
	id: string;
	seq: Computed<string>;
	region_code: string;
	person_id: string;
	made_at: string;
	entity: string;
	record_id: string | null;
	field: string;
	kinds: string[];
	choice: string;
	request_id: string | null;
};
