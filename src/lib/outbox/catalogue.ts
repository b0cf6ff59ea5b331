import * as employers from "#contract/employers.ts";
import type { EndpointDefinition } from "#contract/endpoint.ts";
import * as followUps from "#contract/follow-ups.ts";
import { getMyDay } from "#contract/my-day.ts";
import { columnsOf } from "#contract/primitives.ts";
import { planTour } from "#contract/tours.ts";
import * as visits from "#contract/visits.ts";
import type { ListOf } from "./overlay.ts";

const isEndpoint = (value: unknown): value is EndpointDefinition => typeof value === "object" && value !== null && "path" in value && "method" in value;

/** The operations that may wait, and the reads on which they are drawn: not the whole contract, which no page carries. */
const known = [employers, visits, followUps, { getMyDay, planTour }].flatMap((words) => Object.values<unknown>(words).filter(isEndpoint));
const byId = new Map(known.map((endpoint) => [endpoint.id, endpoint]));
const lists = new Map(
	known
		.filter(({ method, fields, output }) => method === "GET" && fields && "shape" in output)
		.map((endpoint) => [endpoint.path, { fields: endpoint.fields ?? {}, columns: columnsOf(endpoint.output) }]),
);

export const endpointNamed = (id: unknown): EndpointDefinition | undefined => byId.get(String(id));

/** Of which record a path speaks: `/visits/{id}/addenda` of visits. */
export const kindOf = ({ path }: Pick<EndpointDefinition, "path">): string => path.split("/")[1] ?? "";

/** The list where a kind of record is seen. */
export const listOf = (kind: string): ListOf => lists.get(`/${kind}`) ?? { fields: {}, columns: [] };

/** Whether a body is one that an operation takes. */
export const accepts = (operation: string, body: unknown): boolean => byId.get(operation)?.body?.safeParse(body).success === true;
