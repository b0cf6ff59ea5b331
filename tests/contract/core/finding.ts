import type { EndpointDefinition } from "#contract/endpoint.ts";
import { endpoints } from "#contract/endpoints.ts";
import type { Occupation, Reference } from "#contract/reference.ts";
import { as, newId, type Page, peopleOf, Visitor } from "../support.ts";

/**
 * The core is judged on any world: nothing here knows the demonstration. What a test needs is found through the API,
 * among the employers and cases of the person who is signed in.
 */
export type Problem = {
	code: string;
	title: string;
	errors?: { path: string; code: string; message: string }[];
	missing?: { criterion: string; label: string }[];
	current?: Record<string, unknown>;
};
export type Row = Record<string, unknown> & { id: string };

export const core = endpoints.filter((endpoint) => endpoint.core);
export const closedToSome = core.filter(({ roles }) => typeof roles !== "string");
export const addressOf = ({ path }: EndpointDefinition, id: string = newId()) => path.replace(/\{\w+\}/g, id);
export const filtered = (path: string, filter: string, more: Record<string, string> = {}) => `${path}?${new URLSearchParams({ filter, ...more })}`;
export const daysFrom = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
export const pathsOf = (problem: Problem) => (problem.errors ?? []).map(({ path }) => path);

export type Ground = {
	advisor: Visitor;
	/** Another counsellor of the same region. */
	colleague: Visitor;
	reference: Reference;
	today: string;
	/** Employers that the advisor accompanies. */
	employers: Row[];
	occupations: Occupation[];
};

async function colleagueOf(advisor: Visitor): Promise<Visitor> {
	const regionOf = async (visitor: Visitor) => (await visitor.get<{ person: { regionCode: string } }>("/session")).body.person.regionCode;
	const region = await regionOf(advisor);
	for (const person of [...(await peopleOf("advisor")), ...(await peopleOf("recruitmentAdvisor"))]) {
		if (person.id === advisor.person?.id) continue;
		const visitor = await new Visitor().signIn(person);
		if ((await regionOf(visitor)) === region) return visitor;
	}
	throw new Error("The core is judged with two counsellors of one region at least.");
}

/** Who acts, on which day, with which employers: what most of these tests stand on. */
export async function findGround(): Promise<Ground> {
	const advisor = await as("advisor");
	const colleague = await colleagueOf(advisor);
	const { body: reference } = await advisor.get<Reference>("/reference");
	const { body: mine } = await advisor.get<Page<Row>>(filtered("/employers", `advisorId==${advisor.person?.id}`));
	const { body: named } = await advisor.get<{ items: Occupation[] }>("/occupations");
	if (mine.items.length < 3 || named.items.length < 2) throw new Error("The core is judged with three employers of an advisor and two occupations at least.");
	return { advisor, colleague, reference, today: reference.today, employers: mine.items, occupations: named.items };
}

/** A draft of a visit at the advisor's nth employer; what is given replaces what is usual. */
export function visitBody(
	{ advisor, employers, today, reference }: Ground,
	fields: Record<string, unknown> = {},
	nth = 0,
): Record<string, unknown> & { id: string } {
	return {
		id: newId(),
		status: "draft",
		employerIds: [employers[nth]?.id],
		adviserIds: [advisor.person?.id],
		mode: reference.vocabularies.visitMode?.[0]?.code,
		occurredOn: today,
		headline: "Visite de l’usine, deux postes à pourvoir",
		...fields,
	};
}
