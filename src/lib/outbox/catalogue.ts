import type { EndpointDefinition } from "#contract/endpoint.ts";
import { endpoints } from "#contract/endpoints.ts";

const byId = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));
const listOf = new Map(
	endpoints.filter(({ method, fields, output }) => method === "GET" && fields && "shape" in output).map((endpoint) => [endpoint.path, endpoint]),
);

export const endpointNamed = (id: unknown): EndpointDefinition | undefined => byId.get(String(id));

/** Of which record a path speaks: `/visits/{id}/addenda` of visits. */
export const kindOf = ({ path }: Pick<EndpointDefinition, "path">): string => path.split("/")[1] ?? "";

/** What the filters of a list may name. */
export const fieldsOf = (kind: string) => listOf.get(`/${kind}`)?.fields ?? {};

/** Whether a body is one that an operation takes. */
export const accepts = (operation: string, body: unknown): boolean => byId.get(operation)?.body?.safeParse(body).success === true;
