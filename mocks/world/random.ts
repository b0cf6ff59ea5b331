/** Own generator: the same keys give the same draws on every engine and in every version of a browser. */
function hash(text: string, salt: number): number {
	let h = 0x811c9dc5 ^ Math.imul(salt + 1, 0x9e3779b1);
	for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
	h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
	h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
	return (h ^ (h >>> 16)) >>> 0;
}

export type Key = string | number;

/** An identifier that follows from what it names: version 4 in shape, so that the contract takes it. */
export function uuid(...keys: Key[]): string {
	const text = keys.join("/");
	const hex = [0, 1, 2, 3].map((salt) => hash(text, salt).toString(16).padStart(8, "0")).join("");
	const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) & 3];
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

export type Random = {
	next(): number;
	/** A whole number between the two, both included. */
	int(from: number, to: number): number;
	chance(probability: number): boolean;
	pick<T>(list: readonly T[]): T;
	weighted<T>(list: readonly (readonly [T, number])[]): T;
	sample<T>(list: readonly T[], count: number): T[];
};

/** Draws of one entity or one month: a key of its own keeps them apart from all the others. */
export function random(...keys: Key[]): Random {
	let state = hash(keys.join("/"), 7);
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
	const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
	const pick = <T>(list: readonly T[]) => list[int(0, list.length - 1)] as T;
	const weighted = <T>(list: readonly (readonly [T, number])[]) => {
		let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
		for (const [value, weight] of list) {
			left -= weight;
			if (left < 0) return value;
		}
		return (list[list.length - 1] as readonly [T, number])[0];
	};
	const sample = <T>(list: readonly T[], count: number) => {
		const rest = [...list];
		return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(int(0, rest.length - 1), 1)[0] as T);
	};
	return { next, int, chance: (probability) => next() < probability, pick, weighted, sample };
}
