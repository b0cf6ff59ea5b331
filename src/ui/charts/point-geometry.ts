const kilometresPerDegree = 111.195;

/** Where a point falls in a square of `half` kilometres on each side of a centre: 0 to 1, from the left and from the top. Flat enough at the size of a region. */
export function project(
	{ latitude, longitude }: { latitude: number; longitude: number },
	center: { latitude: number; longitude: number },
	half: number,
): { x: number; y: number } {
	const east = (longitude - center.longitude) * Math.cos((center.latitude * Math.PI) / 180) * kilometresPerDegree;
	const north = (latitude - center.latitude) * kilometresPerDegree;
	return { x: 0.5 + east / (2 * half), y: 0.5 - north / (2 * half) };
}

/** A round length of about a fifth of the width. */
export function scaleOf(width: number): number {
	const power = 10 ** Math.floor(Math.log10(width / 5));
	return [1, 2, 5, 10].map((step) => step * power).findLast((length) => length <= width / 4) ?? power;
}

const ways: Record<string, readonly [number, number]> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** The nearest point that way; what is aside costs more than what is ahead. Home and End: the first and the last. */
export function nextPoint<Mark extends { id: string; x: number; y: number }>(key: string, from: Mark, marks: readonly Mark[]): Mark | undefined {
	if (key === "Home") return marks[0];
	if (key === "End") return marks.at(-1);
	const way = ways[key];
	if (!way) return undefined;
	const [right, down] = way;
	return marks
		.map((mark) => {
			const [x, y] = [mark.x - from.x, mark.y - from.y];
			return { mark, ahead: x * right + y * down, aside: Math.abs(x * down + y * right) };
		})
		.filter(({ mark, ahead }) => mark.id !== from.id && ahead > 0)
		.sort((a, b) => a.ahead + 2 * a.aside - (b.ahead + 2 * b.aside))[0]?.mark;
}
