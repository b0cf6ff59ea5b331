import { type HeldKind, heldKinds, ofEachKind, type Portfolio, type PortfolioLine, sumOf } from "#contract/hand-overs.ts";

export type Split = { toPersonId: string; byMrc: Readonly<Record<string, string>>; byEmployer: Readonly<Record<string, string>> };
export type Quantities = Record<HeldKind, number>;

const plus = (a: Quantities, b: Quantities) => ofEachKind((kind) => a[kind] + b[kind]);

/** What is nearest to the employer decides: chosen by itself, by its MRC, or with the rest. */
export const receiverOf = ({ employerId, mrcCode }: PortfolioLine, { toPersonId, byMrc, byEmployer }: Split): string =>
	byEmployer[employerId] || byMrc[mrcCode ?? ""] || toPersonId;

/** Who would receive what, the one who receives the most first. What hangs from no employer (a partner's visit, a person's need) goes with the rest. */
export function receiversOf({ items, totals }: Pick<Portfolio, "items" | "totals">, split: Split): (Quantities & { personId: string })[] {
	const held = sumOf(items);
	const others = ofEachKind((kind) => totals[kind] - held[kind]);
	const people = [
		...new Set([...items.map((item) => receiverOf(item, split)), ...(heldKinds.some((kind) => others[kind] > 0) ? [split.toPersonId] : [])]),
	].filter(Boolean);
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
