import type { EndpointDefinition } from "#contract/endpoint.ts";
import type { Visit } from "#contract/visits.ts";
import { laidOver } from "../conflict.ts";
import { type Clash, mergeThreeWays } from "../merge.ts";
import type { Item } from "./item.ts";

type Values = Record<string, unknown>;

/** A record in the words of its own changes: a visit tells who was met, its change names them. */
function inTermsOf(kind: string, record: Values): Values {
	if (kind !== "visits") return record;
	const { employers, advisers, partner } = record as Partial<Visit>;
	return {
		...record,
		...(employers && { employerIds: employers.map(({ employerId }) => employerId) }),
		...(advisers && { adviserIds: advisers.map(({ personId }) => personId) }),
		...(partner !== undefined && { partnerId: partner?.partnerId ?? null, agreementId: partner?.agreementId ?? null }),
	};
}

/** A change that waited, on what stands now: field by field, and block by block of a report. Null when nothing tells what it changed. */
export function metBy(endpoint: EndpointDefinition, item: Item, current: Values): { body: Values | null; clashes: Clash[] } {
	if (!item.base || typeof item.input.body !== "object") return { body: null, clashes: [] };
	const base = inTermsOf(item.subject.kind, item.base);
	const { mine, clashes } = laidOver(endpoint, item.input.body, base, inTermsOf(item.subject.kind, current));
	if (!mine.report || !base.report) return { body: mine, clashes };
	const blocks = mergeThreeWays(base.report as Values, mine.report as Values, (current.report ?? {}) as Values);
	return {
		body: { ...mine, report: blocks.merged },
		clashes: [...clashes.filter(({ field }) => field !== "report"), ...blocks.clashes.map((clash) => ({ ...clash, field: `report.${clash.field}` }))],
	};
}

/** What is left of a change once its author has chosen: what is theirs is not sent, or is sent back as it stands within a report. */
export function chosen(body: Values, theirs: ReadonlySet<string>, current: Values): Values {
	const kept = Object.entries(body).filter(([field]) => !theirs.has(field));
	return Object.fromEntries(
		kept.map(([field, value]) => {
			const blocks = [...theirs].filter((one) => one.startsWith(`${field}.`)).map((one) => one.slice(field.length + 1));
			if (blocks.length === 0) return [field, value];
			const standing = (current[field] ?? {}) as Values;
			return [field, { ...(value as Values), ...Object.fromEntries(blocks.map((block) => [block, standing[block]])) }];
		}),
	);
}
