/** Where something is, in degrees (WGS 84). */
export type Point = { latitude: number; longitude: number };

/** Mean radius of the Earth (IUGG), in kilometres. */
const earthRadius = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres as the crow flies (haversine). */
export function kilometresBetween(from: Point, to: Point): number {
	const [north, east] = [radians(to.latitude - from.latitude), radians(to.longitude - from.longitude)];
	const half = Math.sin(north / 2) ** 2 + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(east / 2) ** 2;
	return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** To a tenth: a municipality is a point, and no more is known than that. */
const rounded = (kilometres: number) => Math.round(kilometres * 10) / 10;

/** Places at most so many kilometres away, the nearest first; at equal distances, in the order given. */
export const placesWithin = <Place extends Point>(places: readonly Place[], from: Point, maximum: number): (Place & { km: number })[] =>
	places
		.map((place) => ({ ...place, km: rounded(kilometresBetween(from, place)) }))
		.filter(({ km }) => km <= maximum)
		.sort((a, b) => a.km - b.km);

export const nearestPlace = <Place extends Point>(places: readonly Place[], from: Point): Place | undefined =>
	placesWithin(places, from, Number.POSITIVE_INFINITY)[0];

/** A round from `start`: each time the nearest of those that are left. Not the shortest of all, but one that nobody finds absurd; `km` from the stop before. */
export function roundFrom<Stop extends Point>(start: Point, stops: readonly Stop[]): (Stop & { km: number })[] {
	const round: (Stop & { km: number })[] = [];
	let [at, left] = [start, [...stops]];
	while (left.length > 0) {
		const next = nearestPlace(
			left.map((stop, index) => ({ latitude: stop.latitude, longitude: stop.longitude, index })),
			at,
		) as Point & { index: number };
		const stop = left[next.index] as Stop;
		round.push({ ...stop, km: rounded(kilometresBetween(at, stop)) });
		left = left.filter((one) => one !== stop);
		at = stop;
	}
	return round;
}
