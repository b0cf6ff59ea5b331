import { type RawBuilder, sql } from "kysely";
import { type Signal, signalFields } from "#contract/signals.ts";
import type { Context } from "../caller.ts";
import type { ListDefinition } from "../list.ts";
import { camelRow } from "../presenting.ts";
import { canWriteEmployer } from "../rules/permissions.ts";

const columns: Record<keyof typeof signalFields, RawBuilder<unknown>> = {
	id: sql.ref("g.id"),
	employerId: sql.ref("g.employer_id"),
	employerName: sql.ref("s.name"),
	code: sql.ref("g.code"),
	level: sql.ref("g.level"),
	source: sql.ref("g.source"),
	handled: sql`(g.handled_on is not null)`,
	raisedOn: sql.ref("g.raised_on"),
	year: sql.ref("g.year"),
	handledOn: sql.ref("g.handled_on"),
	sectorCode: sql.ref("s.sector_code"),
	mrcCode: sql.ref("g.mrc_code"),
	advisorId: sql.ref("s.advisor_id"),
	raisedBy: sql.ref("g.raised_by"),
};

export const signalList: ListDefinition = {
	fields: signalFields,
	column: (field) => columns[field as keyof typeof signalFields],
	from: sql`employer_signal g left join employer_summary s on s.employer_id = g.employer_id`,
	id: sql.ref("g.id"),
	scope: ({ caller }) => sql<boolean>`g.region_code = ${caller.regionCode}`,
	searched: (employers) => sql<boolean>`g.employer_id in (${employers})`,
	select:
		() => sql`g.id, g.employer_id, coalesce(s.name, '') as employer_name, g.code, g.level, g.source, g.source_id, g.question_code, g.note, g.raised_on, g.year, g.raised_by,
		s.sector_code, g.mrc_code, s.advisor_id, s.region_code as employer_region,
		(select json_build_object('id', h.id, 'note', h.note, 'handledOn', h.handled_on, 'handledBy', h.handled_by, 'version', h.version) from signal_handling h where h.signal_id = g.id) as handling`,
	defaultSort: "-raisedOn",
	neverNull: ["employerName", "code", "level", "source", "raisedOn", "year"],
};

type Row = Omit<Signal, "can"> & { employerRegion: string };

export function presentSignal({ caller }: Context, row: Record<string, unknown>): Signal {
	const { employerRegion, ...signal } = camelRow<Row>(row);
	return { ...signal, can: { handle: canWriteEmployer(caller, { regionCode: employerRegion, advisorId: signal.advisorId }) } };
}
