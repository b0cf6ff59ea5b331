import { fold } from "#contract/fold.ts";
import type { Invitation } from "./invitation.ts";

/** Where a name may begin or end in « Rencontre chez Meubles Rivière – recrutement ». */
const joints = /\s+[–—-]\s+|[:|/,;()•]|(?<![\p{L}])(?:chez|avec|pour|at|with)(?![\p{L}])/iu;
const kinds =
	/^(?:rencontre|visite|appel|suivi|réunion|entrevue|visioconférence|invitation|re|tr|fwd?|meeting|call|visit|follow-up)(?![\p{L}])(?:\s+(?:de|des|du|d[’']|l[’'])(?![\p{L}]))?\s*/iu;

/** What in a title and a place may be the name of an employer, to be looked for: at most four. */
export function piecesOf({ title, place }: Pick<Invitation, "title" | "place">): string[] {
	const pieces = [title, place].flatMap((text) => text.split(joints)).map((piece) => piece.replace(kinds, "").trim().replace(kinds, "").trim());
	return [...new Set(pieces)].filter((piece) => fold(piece).length >= 4 && /\p{L}{3}/u.test(piece)).slice(0, 4);
}

/** Everybody's mail: their domain names no employer. */
const anybodys = /@(?:gmail|hotmail|outlook|live|yahoo|icloud|me|videotron|bell|sympatico|cgocable|proton(?:mail)?)\.[a-z.]+$/i;

/** `@meubles-riviere.ca` of the addresses that are an employer's own: at most two. */
export const domainsOf = (addresses: readonly string[]): string[] =>
	[...new Set(addresses.filter((address) => !anybodys.test(address)).map((address) => address.slice(address.indexOf("@"))))].slice(0, 2);
