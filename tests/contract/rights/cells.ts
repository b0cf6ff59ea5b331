import type { EndpointDefinition, RefusalCode } from "#contract/endpoint.ts";
import { endpoints } from "#contract/endpoints.ts";
import type { Answer } from "../support.ts";
import type { Estate, Person, Situation } from "./estates.ts";
import type { RightsHome } from "./home.ts";
import { type Request, type Sample, samples } from "./samples.ts";

type Who = { words: string; person: Person | null; refusedWith?: { status: number; code: RefusalCode } };
type Verdict = { status: number; code: RefusalCode; field?: string } | "allowed";
export type Cell = { words: string; endpoint: EndpointDefinition; sample: Sample; who: Who; estate: Estate; expected: Verdict };

const roleWords = {
	advisor: "conseillère",
	recruitmentAdvisor: "conseiller en recrutement",
	integrationAgent: "agente d’intégration",
	manager: "gestionnaire",
	administrator: "administratrice",
	auditor: "vérificateur",
} as const;
const situationWords: Record<Situation, string> = {
	mine: "ce qui est à elle",
	nobodys: "ce qui n’est à personne",
	colleagues: "ce qui est à une collègue",
	elsewhere: "ce qui est d’une autre région",
	former: "ce dont l’employeur a changé de région",
};

/** Who is not there at all, or not yet, or no longer. */
const strangers = ({ cast }: RightsHome): Who[] => [
	{ words: "personne n’est entré", person: null, refusedWith: { status: 401, code: "not-signed-in" } },
	{ words: "gestionnaire désactivée", person: cast.disabled, refusedWith: { status: 401, code: "not-signed-in" } },
	{ words: "gestionnaire partie", person: cast.gone, refusedWith: { status: 401, code: "not-signed-in" } },
	{ words: "gestionnaire au mot de passe provisoire", person: cast.temporary, refusedWith: { status: 403, code: "password-change-required" } },
];

function verdictOf({ roles }: EndpointDefinition, sample: Sample, person: Person, estate: Estate): Verdict {
	if (Array.isArray(roles) && !roles.includes(person.role)) return { status: 403, code: "forbidden" };
	// What another region has is not refused: it does not exist here. Whoever may read none of a kind is told so first.
	const isOfKind =
		sample.may?.(person, {
			...estate,
			situation: "mine",
			person: "",
			employerRegion: person.regionCode,
			recordRegion: person.regionCode,
			advisorId: null,
			caseAdvisorId: null,
			ownerId: person.id,
			adviserIds: [person.id],
		}) ?? true;
	if (sample.seen && !sample.seen(estate.situation, person)) {
		if (!isOfKind) return { status: 403, code: "forbidden" };
		return sample.field ? { status: 400, code: "invalid-input", field: sample.field } : { status: 404, code: "not-found" };
	}
	return (sample.may?.(person, estate) ?? true) ? "allowed" : { status: 403, code: "forbidden" };
}

const samplesOf = ({ id }: EndpointDefinition): Sample[] => [samples[id as keyof typeof samples] ?? []].flat();

/** The whole matrix: each endpoint, for each role and for who is no one, in each situation that means something to it. */
export function cellsOf(home: RightsHome): Cell[] {
	const callers: Who[] = Object.values(home.cast.of).map((person) => ({ words: roleWords[person.role], person }));
	return endpoints.flatMap((endpoint) =>
		samplesOf(endpoint).flatMap((sample): Cell[] => {
			const of = (who: Who, situation: Situation, isAbout: boolean): Cell => {
				const estate = home.estateOf(who.refusedWith || !who.person ? home.cast.of.manager : who.person, situation);
				const isOpen = endpoint.roles === "everyone" || (endpoint.beforePasswordChange && who.refusedWith?.code === "password-change-required");
				const refused = isOpen ? undefined : who.refusedWith;
				const expected = refused ?? (who.person && !who.refusedWith ? verdictOf(endpoint, sample, who.person, estate) : "allowed");
				return { words: [endpoint.id, who.words, ...(isAbout ? [situationWords[situation]] : [])].join(" · "), endpoint, sample, who, estate, expected };
			};
			const { situations } = sample;
			return [
				...callers.flatMap((who) => (situations ?? (["mine"] as const)).map((situation) => of(who, situation, situations !== undefined))),
				...strangers(home).map((who) => of(who, "mine", situations !== undefined)),
			];
		}),
	);
}

/** What must stand first is made, and the request with it. */
export const prepare = (home: RightsHome, { sample, who, estate }: Cell): Request | Promise<Request> =>
	sample.request({
		estate,
		caller: who.refusedWith || !who.person ? home.cast.of.manager : who.person,
		cast: home.cast,
		as: home.as,
		isNobody: !who.person || who.refusedWith !== undefined,
	});

export function send(home: RightsHome, { endpoint, who, sample }: Cell, { path, body, text, key, ifMatch }: Request): Promise<Answer<Problem>> {
	const visitor = home.as(who.person, sample.endsSession);
	// A stream has no end: that it begins is what was asked.
	if (endpoint.events && endpoint.method === "GET") return visitor.begin<Problem>(path);
	return visitor.send<Problem>(endpoint.method, path, {
		...(body === undefined ? {} : { body }),
		...(text === undefined ? {} : { rawBody: text, headers: { "content-type": "application/octet-stream" } }),
		...(key === undefined ? {} : { key }),
		...(ifMatch === undefined ? {} : { ifMatch }),
	});
}

export type Problem = { code?: string; errors?: { path: string }[] } | null;

/** Empty when the cell answered as it should; otherwise the cell, in words. */
export function faultOf({ words, expected, sample }: Cell, { status, body }: Answer<Problem>): string[] {
	const code = status < 400 ? undefined : body?.code;
	if (expected === "allowed")
		return status < 300 || code === sample.otherwise
			? []
			: [`${words} : devait être reçu, a été refusé (${status} ${code} ${body?.errors?.map(({ path }) => path) ?? ""})`];
	const isField = !expected.field || body?.errors?.some(({ path }) => path === expected.field);
	return status === expected.status && code === expected.code && isField
		? []
		: [`${words} : devait être refusé (${expected.status} ${expected.code}), a répondu ${status} ${code ?? ""}`];
}
