import * as z from "zod/mini";
import { dashboard } from "./dashboard.ts";
import { timelineEntry } from "./employer-timeline.ts";
import { contact, employer, employerRow, establishment } from "./employers.ts";
import { type EndpointDefinition, type RefusalCode, refusalStatus } from "./endpoint.ts";
import { followUp } from "./follow-ups.ts";
import { indicator, indicatorRow, measure } from "./indicators.ts";
import { labourNeed } from "./labour-needs.ts";
import { email, id, localDate, problem } from "./primitives.ts";
import { problemsEn } from "./problem-text.en.ts";
import { reference } from "./reference.ts";
import { session } from "./session.ts";
import { board, supportCase, supportCaseRow } from "./support-cases.ts";
import { toolUse } from "./tool-uses.ts";
import { visitReport } from "./visit-report.ts";
import { visit, visitRow } from "./visits.ts";

const named = {
	Employer: employer,
	EmployerRow: employerRow,
	Establishment: establishment,
	Contact: contact,
	TimelineEntry: timelineEntry,
	SupportCase: supportCase,
	SupportCaseRow: supportCaseRow,
	Board: board,
	LabourNeed: labourNeed,
	FollowUp: followUp,
	ToolUse: toolUse,
	Visit: visit,
	VisitRow: visitRow,
	VisitReport: visitReport,
	Reference: reference,
	Session: session,
	Dashboard: dashboard,
	Indicator: indicator,
	IndicatorRow: indicatorRow,
	Measure: measure,
	Problem: problem,
};

type Json = Record<string, unknown>;

const registry = z.registry<{ id?: string; format?: string }>();
for (const [name, schema] of Object.entries(named)) registry.add(schema, { id: name });
// What a pattern or a function checks has a name that every generator knows.
registry.add(id, { format: "uuid" });
registry.add(localDate, { format: "date" });
registry.add(email, { format: "email" });

/** One schema as JSON Schema 2020-12; named parts become references to the components, collected as they are met. */
function makeSchemaWriter(components: Json) {
	return (schema: z.ZodMiniType, io: "input" | "output"): Json => {
		const { $schema: _, $defs = {}, ...body } = z.toJSONSchema(schema, { metadata: registry, io, unrepresentable: "any" }) as Json & { $defs?: Json };
		const pointed = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/'));
		for (const [name, definition] of Object.entries($defs)) components[name] ??= withoutId(pointed(definition) as Json);
		const name = Object.entries(named).find(([, known]) => known === schema)?.[0];
		if (!name) return withoutId(pointed(body) as Json);
		components[name] ??= withoutId(pointed(body) as Json);
		return { $ref: `#/components/schemas/${name}` };
	};
}
const withoutId = ({ id: _, ...schema }: Json): Json => schema;

const parametersOf = (schema: z.ZodMiniType | undefined, place: "path" | "query", write: (schema: z.ZodMiniType, io: "output") => Json): Json[] => {
	if (!schema) return [];
	const { properties = {}, required = [] } = write(schema, "output") as { properties?: Record<string, Json>; required?: string[] };
	return Object.entries(properties).map(([name, value]) => ({ name, in: place, required: place === "path" || required.includes(name), schema: value }));
};

const header = (name: string, description: string, pattern: string) => ({
	name,
	in: "header",
	required: true,
	description,
	schema: { type: "string", pattern },
});

const shared: RefusalCode[] = ["invalid-input", "unexpected-error"];
const ofSession: RefusalCode[] = ["not-signed-in", "forbidden", "password-change-required"];
const ofWrites: RefusalCode[] = ["key-reused", "body-too-large", "wrong-content-type", "cross-site"];
const ofVersions: RefusalCode[] = ["version-mismatch", "precondition-required"];

/** Every status an endpoint can answer, with its codes: what each refuses by name, and what all share. */
function refusalsOf(endpoint: EndpointDefinition): Map<number, RefusalCode[]> {
	const codes = [
		...shared,
		...(endpoint.roles === "everyone" ? [] : ofSession),
		...(endpoint.method === "GET" ? [] : ofWrites.filter((code) => code !== "key-reused" || !endpoint.secret)),
		...(endpoint.upload ? (["file-too-large"] as const) : []),
		...(endpoint.ifMatch ? ofVersions : []),
		...(endpoint.refusals ?? []),
	];
	const byStatus = new Map<number, RefusalCode[]>();
	for (const code of new Set(codes)) byStatus.set(refusalStatus[code], [...(byStatus.get(refusalStatus[code]) ?? []), code]);
	return byStatus;
}

/** What a list may be asked: the type of each field that filters, those that sort (`-` before the name for the other way), those that are counted. */
function fieldsOf({ fields, query }: EndpointDefinition): Json {
	if (!fields) return {};
	const has = (name: string) => Object.hasOwn((query as unknown as { shape: object }).shape, name);
	const those = (kept: "sort" | "facet") => Object.keys(fields).filter((name) => fields[name]?.[kept]);
	return {
		"x-filter-fields": Object.fromEntries(Object.entries(fields).map(([name, { type }]) => [name, type])),
		...(has("sort") ? { "x-sort-fields": those("sort") } : {}),
		...(has("fields") ? { "x-facet-fields": those("facet") } : {}),
	};
}

/** OpenAPI 3.1 of a list of endpoints; `x-roles` says who may call, `x-core` what another API must have. */
export function openApi(endpoints: readonly EndpointDefinition[]): Json {
	const components: Json = {};
	const write = makeSchemaWriter(components);
	const problemRef = write(problem, "output");
	const pathItems: Record<string, Json> = {};
	for (const endpoint of endpoints) {
		const isWrite = endpoint.method !== "GET";
		const status = endpoint.status ?? 200;
		const parameters = [
			...parametersOf(endpoint.params, "path", write),
			...parametersOf(endpoint.query, "query", write),
			...(isWrite && endpoint.roles !== "everyone" && !endpoint.secret
				? [header("Idempotency-Key", "UUID of this write; for a creation, the record's own id.", "^[0-9a-f-]{36}$")]
				: []),
			...(endpoint.offline
				? [
						{
							...header(
								"Jalon-Author",
								"Who wrote what waited on a device: sent in anybody else's session, it is refused as not signed in.",
								"^[0-9a-f-]{36}$",
							),
							required: false,
						},
					]
				: []),
			...(endpoint.ifMatch ? [header("If-Match", "The version read, quoted.", '^"[0-9]+"$')] : []),
		];
		const success =
			status === 204
				? { description: "Done." }
				: {
						description: "Done.",
						content: { [endpoint.events ? "text/event-stream" : (endpoint.file ?? "application/json")]: { schema: write(endpoint.output, "output") } },
					};
		const refusals = [...refusalsOf(endpoint)].map(([code, names]) => [
			String(code),
			{ description: names.map((name) => `\`${name}\`: ${problemsEn[name]}`).join(" "), content: { "application/problem+json": { schema: problemRef } } },
		]);
		pathItems[endpoint.path] ??= {};
		(pathItems[endpoint.path] as Json)[endpoint.method.toLowerCase()] = {
			operationId: endpoint.id,
			summary: endpoint.summary,
			tags: [endpoint.path.split("/")[1] ?? ""],
			security: endpoint.roles === "everyone" ? [] : [{ session: [] }],
			"x-roles": endpoint.roles === "everyone" || endpoint.roles === "signedIn" ? [endpoint.roles] : [...endpoint.roles],
			...(endpoint.core ? { "x-core": true } : {}),
			...fieldsOf(endpoint),
			...(parameters.length > 0 ? { parameters } : {}),
			...(endpoint.upload
				? {
						requestBody: {
							required: true,
							description: `The bytes of the file, at most ${endpoint.upload.maximumBytes}.`,
							content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
						},
					}
				: {}),
			...(endpoint.body ? { requestBody: { required: true, content: { "application/json": { schema: write(endpoint.body, "input") } } } } : {}),
			responses: { [String(status)]: success, ...Object.fromEntries(refusals) },
		};
	}
	return {
		openapi: "3.1.0",
		info: {
			title: "Jalon",
			version: "1.0.0",
			summary: "Employer support of a regional directorate.",
			license: { name: "Apache-2.0", identifier: "Apache-2.0" },
		},
		servers: [{ url: "/api" }],
		tags: [...new Set(endpoints.map(({ path }) => path.split("/")[1] ?? ""))].map((name) => ({ name })),
		paths: pathItems,
		components: {
			schemas: Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1))),
			securitySchemes: { session: { type: "apiKey", in: "cookie", name: "jalon_session" } },
		},
	};
}
