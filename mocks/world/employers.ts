import { addBusinessDays, CUTOFF, type Day, DEPLOYMENT, day, iso, onOrAfter, TRANSFER } from "./calendar.ts";
import { coined, familyNames, features, firstNames, houses, jobTitles, saints, streets } from "./data/names.ts";
import { leftPlaces, type Place, places } from "./data/places.ts";
import { type Trade, trades } from "./data/trades.ts";
import type { Staff } from "./people.ts";
import { type Random, random, uuid } from "./random.ts";
import type { World } from "./rows.ts";
import { slug, typeset } from "./texts.ts";

/** An employer as the stories need it; its rows are in the tables. */
export type Known = {
	index: number;
	id: string;
	name: string;
	trade: Trade;
	activity: string;
	mrc: string;
	town: string;
	establishmentId: string;
	contacts: { id: string; title: string }[];
	size: number;
	createdOn: Day;
	/** The first rencontre: on or before 2021-03-31 for the first `size` employers. */
	metOn: Day;
	/** It sits in an MRC that left the region on 2021-07-08. */
	leaves: boolean;
	advisorId: string;
};

/** Who owns the place on the day of an event. */
export const regionOn = (employer: Known, on: Day): string => (employer.leaves && on >= TRANSFER ? "05" : "16");
/** The counsellor of the territory on that day. */
export const advisorOn = (employer: Known, on: Day, staff: Staff): string => (employer.leaves && on >= TRANSFER ? staff.estrie : employer.advisorId);

/** The region grew from 207 to 238 employers between 2021-03-31 and 2026-11-24, besides those who left. */
const GROWTH = 0.18;
const GROWN = day("2026-11-24");
const laterCreation = (size: number, rank: number, draw: Random): Day =>
	CUTOFF + 10 + Math.floor(((rank + 0.5) / (size * GROWTH)) * (GROWN - CUTOFF - 15)) + draw.int(-4, 4);

const endings = ["inc.", "inc.", "inc.", "inc.", "ltée", "", "", "s.e.n.c.", "Canada inc.", "et filles", "et associés inc."] as const;

function nameOf(trade: Trade, draw: Random): string {
	const head = draw.pick(trade.heads);
	const family = draw.pick(houses);
	const kind = draw.next();
	if (trade.heads.includes("CPE"))
		return `${head === "CPE" ? "CPE" : head} ${draw.pick(["Les Petits Crapauds", "La Ribouldingue", "Les Mille Lucioles", "Cœur de Lune", "Les Tournicotons", "Le Nid-Soleil", "Les Frimousses du Rang", "Pom’Cerise"])} ${draw.pick(features)}`;
	if (kind < 0.36) return `${head} ${draw.pick(features)}${draw.chance(0.4) ? ` ${draw.pick(["inc.", "ltée"])}` : ""}`;
	if (kind < 0.66) return `${head} ${family} ${draw.pick(endings)}`.trim();
	if (kind < 0.8) return `${head} ${family}-${draw.pick(houses)} ${draw.pick(["inc.", "ltée", ""])}`.trim();
	if (kind < 0.9) return `${head} ${draw.pick(coined)}${draw.chance(0.6) ? " inc." : ""}`;
	return `${head} ${draw.pick(saints)}`;
}

const phoneOf = (draw: Random) => `+14505550${draw.int(100, 199)}`;

function placeOf(index: number, leaves: boolean, draw: Random): Place {
	if (leaves) return leftPlaces[index % 3 === 0 ? 1 : 0] as Place;
	return draw.weighted(places.map((place) => [place, place.weight] as const));
}

/** The rows of every employer known on `today`, and what the stories need of them. */
export function makeEmployers(world: World, seed: number, size: number, today: Day, staff: Staff): Known[] {
	const taken = new Set<string>();
	const leaving = Math.max(size >= 30 ? 1 : 0, Math.round(size * 0.029));
	const stride = leaving > 0 ? Math.floor(size / leaving) : 0;
	const employers: Known[] = [];
	for (let index = 0; ; index++) {
		const draw = random(seed, "employer", index);
		const early = index < size;
		const leaves = early && stride > 0 && index % stride === 3 && Math.floor(index / stride) < leaving;
		// The meetings of the first two years, one after the other; the last is held on the last working day of the period at the latest.
		const spread = DEPLOYMENT + 12 + Math.floor(((index + 0.5) / size) * (CUTOFF - DEPLOYMENT - 30));
		const metOn = early ? onOrAfter(spread + draw.int(-3, 3)) : -1;
		const createdOn = early ? onOrAfter(Math.max(DEPLOYMENT, metOn - draw.int(8, 30))) : onOrAfter(laterCreation(size, index - size, draw));
		if (!early && createdOn > today) return employers;
		const place = placeOf(index, leaves, draw);
		const trade = draw.weighted(
			trades.map((one) => [one, one.weight * (one.rural === 1 ? place.rural : one.rural === -1 ? (place.rural < 0.9 ? 1.4 : 0.2) : 1)] as const),
		);
		let name = typeset(nameOf(trade, draw));
		while (taken.has(slug(name))) name = typeset(nameOf(trade, draw));
		taken.add(slug(name));
		const [municipality, town] = draw.weighted(place.municipalities.map((one) => [one, one[2]] as const));
		const known: Known = {
			index,
			id: uuid(seed, "employer", index),
			name,
			trade,
			activity: typeset(draw.pick(trade.activity)),
			mrc: place.mrc,
			town,
			establishmentId: uuid(seed, "establishment", index, 0),
			contacts: [],
			size: Math.round(trade.size[0] + draw.next() ** 2.2 * (trade.size[1] - trade.size[0])),
			createdOn,
			metOn: early ? metOn : addBusinessDays(createdOn, draw.int(4, 12)),
			leaves,
			advisorId: staff.advisors[place.advisor] as string,
		};
		employers.push(known);
		pushRows(world, known, place, municipality, seed, today, staff, draw);
	}
}

function pushRows(world: World, known: Known, place: Place, municipality: string, seed: number, today: Day, staff: Staff, draw: Random) {
	const { index, id, trade, name } = known;
	const region_code = regionOn(known, today);
	const site = slug(name.replace(/ (inc\.|ltée|s\.e\.n\.c\.)$/, ""));
	const website = draw.chance(0.75) ? `https://www.${site}.example` : null;
	// The shape of a NEQ, made up at a glance, and unique.
	const prefix = trade.sector === "11" && draw.chance(0.5) ? "3399" : trade.size[0] < 7 && draw.chance(0.12) ? "2299" : "1199";
	world.employer.push({
		id,
		region_code,
		neq: `${prefix}${String((index * 7919 + seed * 104_729 + 31_337) % 1_000_000).padStart(6, "0")}`,
		name,
		sector_code: trade.sector,
		employee_count: known.size,
		advisor_id: advisorOn(known, today, staff),
		phone: phoneOf(draw),
		website,
		activity: known.activity,
		created_on: iso(known.createdOn),
		version: 1,
	});
	const sites = draw.chance(0.16) ? 2 : 1;
	for (let n = 0; n < sites; n++) {
		const other = n === 0 ? municipality : draw.pick(place.municipalities)[0];
		world.establishment.push({
			id: uuid(seed, "establishment", index, n),
			region_code,
			employer_id: id,
			name: n === 0 ? null : draw.pick(["Entrepôt", "Deuxième usine", "Bureau administratif", "Succursale"]),
			municipality_code: other,
			address: `${draw.int(12, 2890)}, ${draw.pick(streets)}`,
			postal_code: `${draw.pick(place.fsa)} ${draw.int(1, 9)}${draw.pick([..."ABCEGHJKLMNPRSTVWXYZ"])}${draw.int(1, 9)}`,
			is_main: n === 0,
			version: 1,
		});
	}
	const people = draw.weighted([
		[1, 3],
		[2, 4],
		[3, 2],
	] as const);
	const titles = draw.sample(jobTitles, people);
	for (const [n, title] of titles.entries()) {
		const first = draw.pick(firstNames);
		const family = draw.pick(familyNames);
		const contactId = uuid(seed, "contact", index, n);
		known.contacts.push({ id: contactId, title });
		world.contact.push({
			id: contactId,
			region_code,
			employer_id: id,
			name: `${first} ${family}`,
			job_title: title,
			phone: draw.chance(0.85) ? phoneOf(draw) : null,
			phone_extension: draw.chance(0.4) ? String(draw.int(101, 489)) : null,
			email: draw.chance(0.9) ? `${slug(first)}.${slug(family)}@${site}.example` : null,
			is_primary: n === 0,
			version: 1,
		});
	}
}
