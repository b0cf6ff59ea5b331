import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stopsBetween } from "#api/rules/tours.ts";
import { kilometresBetween, nearestPlace, type Point, placesWithin, roundFrom } from "#contract/distance.ts";

const saintHyacinthe = { latitude: 45.6261, longitude: -72.9464 };
const montreal = { latitude: 45.5089, longitude: -73.5617 };

const place = fc.record({ latitude: fc.double({ min: 44.9, max: 46.2, noNaN: true }), longitude: fc.double({ min: -74.6, max: -71.8, noNaN: true }) });
const named = (points: Point[]) => points.map((point, index) => ({ ...point, code: String(index) }));

describe("la distance à vol d’oiseau", () => {
	it("de Saint-Hyacinthe à Montréal est d’une cinquantaine de kilomètres", () => {
		expect(kilometresBetween(saintHyacinthe, montreal)).toBeCloseTo(49.6, 0);
		// A degree of latitude: a 360th of a meridian.
		expect(kilometresBetween({ latitude: 45, longitude: -73 }, { latitude: 46, longitude: -73 })).toBeCloseTo(111.195, 2);
	});

	it("est la même dans les deux sens, nulle sur place, et jamais plus longue qu’un détour", () => {
		fc.assert(
			fc.property(place, place, place, (a, b, c) => {
				expect(kilometresBetween(a, b)).toBeCloseTo(kilometresBetween(b, a), 9);
				expect(kilometresBetween(a, a)).toBe(0);
				expect(kilometresBetween(a, c)).toBeLessThanOrEqual(kilometresBetween(a, b) + kilometresBetween(b, c) + 1e-9);
			}),
		);
	});

	it("dit quelles municipalités sont à portée : toutes celles-là, aucune autre, de la plus proche à la plus loin", () => {
		fc.assert(
			fc.property(fc.array(place, { maxLength: 40 }), place, fc.integer({ min: 1, max: 120 }), (points, from, km) => {
				const all = named(points);
				const within = placesWithin(all, from, km);
				expect(within.map(({ code }) => code).sort()).toEqual(
					all
						.filter((one) => Math.round(kilometresBetween(from, one) * 10) / 10 <= km)
						.map(({ code }) => code)
						.sort(),
				);
				for (const [index, one] of within.entries()) expect(one.km).toBeGreaterThanOrEqual(within[index - 1]?.km ?? 0);
				expect(placesWithin(all, from, km + 1).length).toBeGreaterThanOrEqual(within.length);
			}),
		);
	});

	it("trouve la municipalité la plus proche de moi", () => {
		expect(
			nearestPlace(
				[
					{ ...montreal, code: "66023" },
					{ ...saintHyacinthe, code: "54048" },
				],
				{ latitude: 45.7, longitude: -73 },
			)?.code,
		).toBe("54048");
		expect(nearestPlace([], montreal)).toBeUndefined();
	});
});

describe("l’ordre d’une tournée", () => {
	it("passe une fois chez chacun, et va chaque fois au plus proche de ceux qui restent", () => {
		fc.assert(
			fc.property(place, fc.array(place, { maxLength: 12 }), (start, points) => {
				const stops = named(points);
				const round = roundFrom(start, stops);
				expect(round.map(({ code }) => code).sort()).toEqual(stops.map(({ code }) => code).sort());
				round.forEach((stop, index) => {
					const from = round[index - 1] ?? start;
					expect(stop.km).toBeCloseTo(kilometresBetween(from, stop), 0);
					for (const later of round.slice(index + 1)) expect(kilometresBetween(from, stop)).toBeLessThanOrEqual(kilometresBetween(from, later) + 0.1);
				});
			}),
		);
	});

	it("ne quitte pas une municipalité tant qu’il y reste un employeur", () => {
		const stops = [
			{ ...montreal, id: "a" },
			{ ...saintHyacinthe, id: "b" },
			{ ...montreal, id: "c" },
		];
		expect(roundFrom(saintHyacinthe, stops).map(({ id, km }) => [id, km])).toEqual([
			["b", 0],
			["a", 49.6],
			["c", 0],
		]);
	});
});

describe("la page d’une liste par municipalité", () => {
	it("montre, à la suite l’une de l’autre, toute la liste et rien deux fois", () => {
		fc.assert(
			fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 12 }), fc.integer({ min: 1, max: 7 }), (counts, limit) => {
				const places = counts.map((employers, index) => ({ code: String(index), employers }));
				const rows = (codes: string[]) => codes.flatMap((code) => Array.from({ length: counts[Number(code)] ?? 0 }, (_, row) => `${code}.${row}`));
				const all = rows(places.map(({ code }) => code));
				const read: string[] = [];
				for (let offset = 0; offset < all.length; offset += limit) {
					const page = stopsBetween(places, offset, limit);
					read.push(...rows(page.codes).slice(page.offset, page.offset + limit));
				}
				expect(read).toEqual(all);
				expect(stopsBetween(places, all.length, limit).codes).toEqual([]);
			}),
		);
	});
});
