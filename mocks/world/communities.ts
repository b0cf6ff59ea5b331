import { CUTOFF, type Day, day, fiscalYearOf, iso } from "./calendar.ts";
import { actions, partners, programmes } from "./data/communities.ts";
import { random, uuid } from "./random.ts";
import type { World } from "./rows.ts";
import { typeset } from "./texts.ts";

const FISCAL_2020 = 2020;
const fiscalStart = (year: number): Day => day(`${year}-04-01`);

/** Partners, agreements, their slices by fiscal year and local actions: 23 partners, 34 agreements, just under 16.2 M$, more than 100 actions. */
export function makeCommunities(world: World, seed: number, today: Day) {
	// An amount that rounds to 16.2 M$ and stays below it.
	const target = 16_150_000_00 + random(seed, "fiscal2020").int(0, 499_990) * 10;
	const inForce: { id: string; weight: number; signed: Day; end: Day }[] = [];
	for (const [name, type, mrc, count] of partners) {
		const partnerId = uuid(seed, "partner", name);
		world.partner.push({ id: partnerId, region_code: "16", name: typeset(name), type, mrc_code: mrc, version: 1 });
		const kinds = programmes[type] ?? [];
		for (let n = 0; n < count; n++) {
			const draw = random(seed, "agreement", name, n);
			const [programme, title] = kinds[n % kinds.length] as readonly [string, string];
			const signed = draw.int(day("2019-09-03"), day("2020-11-27"));
			const end =
				fiscalStart(
					draw.weighted([
						[2021, 4],
						[2022, 5],
						[2023, 3],
					] as const),
				) - 1;
			const id = addAgreement(world, { seed, key: `${name}/${n}`, partnerId, programme, title, signed, end });
			inForce.push({ id, weight: (type === "npo" ? 3 : 1.4) * (0.5 + draw.next()), signed, end });
			renew(world, seed, today, {
				key: `${name}/${n}`,
				partnerId,
				programme,
				title,
				end,
				cents: Math.round((25_000_000 + draw.next() * 40_000_000) / 100) * 100,
			});
		}
	}
	// Two agreements that were over before: a count of active agreements must leave them out.
	for (const n of [0, 1]) {
		const partnerId = world.partner[n]?.id as string;
		const id = addAgreement(world, {
			seed,
			key: `over/${n}`,
			partnerId,
			programme: "PASI",
			title: "Projet pilote d’accueil",
			signed: day("2019-09-16"),
			end: day("2020-12-31"),
			endedEarly: day("2020-06-30"),
		});
		slice(world, id, 2019, 12_000_000, today);
	}
	const total = inForce.reduce((sum, { weight }) => sum + weight, 0);
	let left = target;
	for (const [n, { id, weight, signed, end }] of inForce.entries()) {
		const committed = n === inForce.length - 1 ? left : Math.round((target * weight) / total / 500) * 500;
		left -= committed;
		for (let year = fiscalYearOf(signed); year <= fiscalYearOf(end); year++) {
			const draw = random(seed, "slice", id, year);
			const cents = year === FISCAL_2020 ? committed : Math.round((committed * (0.6 + draw.next() * 0.5)) / 500) * 500;
			slice(world, id, year, cents, today);
		}
		for (let a = 0, count = random(seed, "actions", id).int(3, 4); a < count; a++)
			addAction(world, seed, id, a, Math.max(signed, fiscalStart(FISCAL_2020)), CUTOFF, today);
		for (let year = FISCAL_2020 + 1; year <= fiscalYearOf(end); year++) {
			for (let a = 0; a < 3; a++) addAction(world, seed, id, year * 10 + a, fiscalStart(year), fiscalStart(year + 1) - 1, today);
		}
	}
}

function slice(world: World, agreement_id: string, fiscal_year: number, committed_cents: number, today: Day) {
	// Nine tenths are paid during the year, the rest when it is over.
	const over = fiscal_year <= FISCAL_2020 || today >= fiscalStart(fiscal_year + 1);
	const paid = over ? committed_cents : today < fiscalStart(fiscal_year) ? 0 : Math.round(committed_cents * 0.9);
	world.agreement_slice.push({ agreement_id, region_code: "16", fiscal_year, committed_cents, paid_cents: paid });
}

type Draft = { seed: number; key: string; partnerId: string; programme: string; title: string; signed: Day; end: Day; endedEarly?: Day };

function addAgreement(world: World, { seed, key, partnerId, programme, title, signed, end, endedEarly }: Draft): string {
	const id = uuid(seed, "agreement", key);
	world.agreement.push({
		id,
		region_code: "16",
		partner_id: partnerId,
		programme,
		title: typeset(title),
		signed_on: iso(signed),
		end_on: iso(end),
		ended_early_on: endedEarly === undefined ? null : iso(endedEarly),
		version: 1,
	});
	return id;
}

function addAction(world: World, seed: number, agreement: string, n: number, from: Day, to: Day, today: Day) {
	const draw = random(seed, "action", agreement, n);
	const start = draw.int(from, Math.max(from, to - 30));
	if (start > today) return;
	world.local_action.push({
		id: uuid(seed, "action", agreement, n),
		region_code: "16",
		agreement_id: agreement,
		title: typeset(draw.pick(actions)),
		start_on: iso(start),
		end_on: iso(Math.min(start + draw.int(1, 150), to)),
		version: 1,
	});
}

/** Each agreement is renewed for two or three years, most of the time, until today. */
function renew(world: World, seed: number, today: Day, first: { key: string; partnerId: string; programme: string; title: string; end: Day; cents: number }) {
	let end = first.end;
	for (let n = 1; n < 40; n++) {
		const draw = random(seed, "renewal", first.key, n);
		const signed = end + draw.int(5, 80);
		if (signed > today) return;
		const next = fiscalStart(fiscalYearOf(end) + 1 + draw.int(2, 3)) - 1;
		const stops = draw.chance(0.12);
		if (stops) return;
		const id = addAgreement(world, { ...first, seed, key: `${first.key}/renewal/${n}`, signed, end: next });
		for (let year = fiscalYearOf(signed); year <= fiscalYearOf(next); year++) {
			slice(world, id, year, first.cents, today);
			for (let a = 0; a < 3; a++) addAction(world, seed, id, year * 10 + a, Math.max(signed, fiscalStart(year)), fiscalStart(year + 1) - 1, today);
		}
		end = next;
	}
}
