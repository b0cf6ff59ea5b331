import { type HandOver, heldKinds, type Portfolio, type PortfolioLine } from "#contract/hand-overs.ts";

export type Split = { toPersonId: string; byMrc: Readonly<Record<string, string>>; byEmployer: Readonly<Record<string, string>> };
export type Quantities = Pick<HandOver, (typeof heldKinds)[number]>;

const quantitiesOf = ({ isOwn, supportCases, followUps, visits, referrals }: PortfolioLine): Quantities => ({
	employers: Number(isOwn),
	supportCases,
	followUps,
	visits,
	referrals,
});
const combine = (of: (kind: (typeof heldKinds)[number]) => number): Quantities => ({
	employers: of("employers"),
	supportCases: of("supportCases"),
	followUps: of("followUps"),
	visits: of("visits"),
	referrals: of("referrals"),
});
const plus = (a: Quantities, b: Quantities) => combine((kind) => a[kind] + b[kind]);
const minus = (a: Quantities, b: Quantities) => combine((kind) => a[kind] - b[kind]);
const isNothing = (quantities: Quantities) => heldKinds.every((kind) => quantities[kind] === 0);
export const sumOf = (items: readonly PortfolioLine[]): Quantities =>
	items.map(quantitiesOf).reduce(
		plus,
		combine(() => 0),
	);

/** What is nearest to the employer decides: chosen by itself, by its MRC, or with the rest. */
export const receiverOf = ({ employerId, mrcCode }: PortfolioLine, { toPersonId, byMrc, byEmployer }: Split): string =>
	byEmployer[employerId] || byMrc[mrcCode ?? ""] || toPersonId;

/** Who would receive what, the one who receives the most first. What hangs from no employer (a partner's visit, a person's need) goes with the rest. */
export function receiversOf({ items, totals }: Pick<Portfolio, "items" | "totals">, split: Split): (Quantities & { personId: string })[] {
	const others = minus(totals, sumOf(items));
	const people = [...new Set([...items.map((item) => receiverOf(item, split)), ...(isNothing(others) ? [] : [split.toPersonId])])].filter(Boolean);
	return people
		.map((personId) => {
			const sums = sumOf(items.filter((item) => receiverOf(item, split) === personId));
			return { personId, ...(personId === split.toPersonId ? plus(sums, others) : sums) };
		})
		.sort((a, b) => b.employers - a.employers || b.followUps - a.followUps);
}

/** The lines of a portfolio by MRC, in the order of the region; those without one last. */
export function byTerritory(items: readonly PortfolioLine[], mrcs: readonly { code: string }[]): { mrcCode: string | null; items: PortfolioLine[] }[] {
	const codes = [...new Set(items.map(({ mrcCode }) => mrcCode))];
	const place = (code: string | null) => (code === null ? mrcs.length + 1 : mrcs.findIndex((one) => one.code === code));
	return codes.sort((a, b) => place(a) - place(b)).map((mrcCode) => ({ mrcCode, items: items.filter((item) => item.mrcCode === mrcCode) }));
}
