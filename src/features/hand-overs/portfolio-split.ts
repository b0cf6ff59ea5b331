import type { HandOver, heldKinds, PortfolioLine } from "#contract/hand-overs.ts";

export type Split = { toPersonId: string; byMrc: Readonly<Record<string, string>>; byEmployer: Readonly<Record<string, string>> };
export type Quantities = Pick<HandOver, (typeof heldKinds)[number]>;

const none: Quantities = { employers: 0, supportCases: 0, followUps: 0, visits: 0 };
const quantitiesOf = ({ isOwn, supportCases, followUps, visits }: PortfolioLine): Quantities => ({ employers: Number(isOwn), supportCases, followUps, visits });
const plus = (a: Quantities, b: Quantities): Quantities => ({
	employers: a.employers + b.employers,
	supportCases: a.supportCases + b.supportCases,
	followUps: a.followUps + b.followUps,
	visits: a.visits + b.visits,
});
export const sumOf = (items: readonly PortfolioLine[]): Quantities => items.map(quantitiesOf).reduce(plus, none);

/** What is nearest to the employer decides: chosen by itself, by its MRC, or with the rest. */
export const receiverOf = ({ employerId, mrcCode }: PortfolioLine, { toPersonId, byMrc, byEmployer }: Split): string =>
	byEmployer[employerId] || byMrc[mrcCode ?? ""] || toPersonId;

/** Who would receive what, the one who receives the most first. */
export function receiversOf(items: readonly PortfolioLine[], split: Split): (Quantities & { personId: string })[] {
	const people = [...new Set(items.map((item) => receiverOf(item, split)))].filter(Boolean);
	return people
		.map((personId) => ({ personId, ...sumOf(items.filter((item) => receiverOf(item, split) === personId)) }))
		.sort((a, b) => b.employers - a.employers || b.followUps - a.followUps);
}

/** The lines of a portfolio by MRC, in the order of the region; those without one last. */
export function byTerritory(items: readonly PortfolioLine[], mrcs: readonly { code: string }[]): { mrcCode: string | null; items: PortfolioLine[] }[] {
	const codes = [...new Set(items.map(({ mrcCode }) => mrcCode))];
	const place = (code: string | null) => (code === null ? mrcs.length + 1 : mrcs.findIndex((one) => one.code === code));
	return codes.sort((a, b) => place(a) - place(b)).map((mrcCode) => ({ mrcCode, items: items.filter((item) => item.mrcCode === mrcCode) }));
}
