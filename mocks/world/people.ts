import { type Day, day } from "./calendar.ts";
import { estrieAdvisor, staff as people } from "./data/names.ts";
import { servicePoints } from "./data/places.ts";
import { uuid } from "./random.ts";
import type { World } from "./rows.ts";
import { initials } from "./texts.ts";

export type Staff = {
	advisors: string[];
	recruitment: string;
	agents: string[];
	estrie: string;
	role: Map<string, string>;
	/** The point of service of a person on a day: a transfer does not rewrite the visits made before. */
	servicePointOn(personId: string, on: Day): string | null;
};

/** One counsellor moved in the spring of 2022: earlier visits keep the former point of service. */
const moved = { name: "Thi Mai Nguyen", before: "Saint-Constant", on: day("2022-05-02") };

/** 11 points of service, 6 regional immigration counsellors, 1 in international recruitment, 10 agents, management, and one counsellor of Estrie. */
export function makePeople(world: World, seed: number): Staff {
	const pointId = (name: string) => uuid(seed, "servicePoint", name);
	for (const [name, municipality_code, valid_from] of servicePoints) {
		world.service_point.push({
			id: pointId(name),
			region_code: "16",
			name,
			municipality_code,
			host: "Services Québec",
			valid_from,
			valid_to: null,
			version: 1,
		});
	}
	const place = new Map<string, string | null>();
	const formerly = new Map<string, string>();
	const role = new Map<string, string>();
	const add = (name: string, itsRole: string, region_code: string, point: string | null, valid_from: string) => {
		const id = uuid(seed, "person", name);
		place.set(id, point && pointId(point));
		if (name === moved.name) formerly.set(id, pointId(moved.before));
		role.set(id, itsRole);
		world.person.push({
			id,
			region_code,
			name,
			initials: initials(name),
			role: itsRole,
			service_point_id: point && pointId(point),
			valid_from,
			valid_to: null,
			version: 1,
		});
		return id;
	};
	for (const [name, itsRole, point] of people) add(name, itsRole, "16", point, "2019-08-28");
	const estrie = add(estrieAdvisor, "advisor", "05", null, "2021-07-08");
	const withRole = (wanted: string) => world.person.filter((person) => person.role === wanted && person.region_code === "16").map((person) => person.id);
	return {
		advisors: withRole("advisor"),
		recruitment: withRole("recruitmentAdvisor")[0] as string,
		agents: withRole("integrationAgent"),
		estrie,
		role,
		servicePointOn: (personId, on) => (on < moved.on ? formerly.get(personId) : undefined) ?? place.get(personId) ?? null,
	};
}
