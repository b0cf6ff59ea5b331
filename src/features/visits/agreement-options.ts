import type { Partner } from "#contract/partners.ts";

/** « Programme d’appui aux collectivités · Ville d’accueil, 2024 »: the last signed first. */
export const agreementOptions = (agreements: Partner["agreements"]) =>
	agreements.map(({ id, title, programme, signedOn }) => ({ value: id, label: [title, programme, signedOn.slice(0, 4)].join(" · ") }));
