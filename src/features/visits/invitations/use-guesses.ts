import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import { fold } from "#contract/fold.ts";
import { type FoundRecords, searchRecords } from "#contract/search.ts";
import { apiQuery } from "#lib/api.ts";
import { useOwnEmployers } from "../use-employer-items.ts";
import type { Invitation } from "./invitation.ts";
import { domainsOf, piecesOf } from "./pieces.ts";

export type Guess = { id: string; name: string; detail: string | null; why: "address" | "name" | "domain"; score: number };

const mostAddresses = 6;
const ask = (q: string) => ({ ...apiQuery(searchRecords, { query: { q, limit: 5 } }), retry: false, staleTime: 60_000 });
const fromContacts = (found: FoundRecords | undefined, fits: (email: string) => boolean, why: "address" | "domain", score: number): Guess[] =>
	(found?.contacts ?? [])
		.filter(({ email }) => email !== null && fits(email.toLowerCase()))
		.map(({ employerId, employerName }) => ({ id: employerId, name: employerName, detail: null, why, score }));

/** Employers that an invitation speaks of: those of whom somebody is invited, those whose name is in the title or the place, those of a domain. The best first. */
export function useGuesses(invitation: Invitation): { guesses: Guess[]; isLooking: boolean } {
	const own = useOwnEmployers();
	const asked = useMemo(
		() => ({ addresses: invitation.addresses.slice(0, mostAddresses), pieces: piecesOf(invitation), domains: domainsOf(invitation.addresses) }),
		[invitation],
	);
	const { addresses, pieces, domains } = asked;
	return useQueries({
		queries: [...addresses, ...pieces, ...domains].map(ask),
		combine: (answers) => {
			const said = ` ${fold(`${invitation.title} ${invitation.place}`)} `;
			const guesses: Guess[] = [
				...addresses.flatMap((address, n) => fromContacts(answers[n]?.data, (email) => email === address, "address", 4)),
				...own
					.filter(({ name }) => fold(name).length >= 4 && said.includes(` ${fold(name)} `))
					.map(({ id, name, municipalityName }): Guess => ({ id, name, detail: municipalityName, why: "name", score: 3 })),
				...pieces.flatMap((piece, n): Guess[] => {
					const found = answers[addresses.length + n]?.data;
					return (found && !found.near ? found.employers : [])
						.filter(({ archivedOn }) => archivedOn === null)
						.map(({ id, name, municipalityName }) => ({ id, name, detail: municipalityName, why: "name", score: fold(name) === fold(piece) ? 3 : 2 }));
				}),
				...domains.flatMap((domain, n) => fromContacts(answers[addresses.length + pieces.length + n]?.data, (email) => email.endsWith(domain), "domain", 1)),
			];
			const best = new Map<string, Guess>();
			for (const guess of guesses) if ((best.get(guess.id)?.score ?? 0) < guess.score) best.set(guess.id, { ...best.get(guess.id), ...guess });
			return { guesses: [...best.values()].sort((a, b) => b.score - a.score).slice(0, 5), isLooking: answers.some(({ isFetching }) => isFetching) };
		},
	});
}

/** The one that is surer than all others; of two that are as sure, the person chooses. */
export const surestOf = ([first, second]: readonly Guess[]): Guess | null => (first && first.score >= 2 && first.score > (second?.score ?? 0) ? first : null);
