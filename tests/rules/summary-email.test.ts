import { describe, expect, it } from "vitest";
import { mailtoOf, summaryEmail } from "#features/visits/summary-email.ts";

const visit = {
	occurredOn: "2026-11-26",
	mode: "onSite",
	headline: "Trois quarts à pourvoir",
	summary: "L’entreprise ajoute un quart de nuit en février.",
	solutions: ["employerPortal", "none"],
	nextContactOn: "2027-02-01",
	report: {
		contactIds: ["a"],
		needs: [
			{ id: "n1", occupationCode: "94140", posts: 3, startOn: "2027-02-01" },
			{ id: "n2", occupationCode: "", posts: null },
		],
		signals: [{ code: "layoffs", note: "À ne pas écrire à l’employeur" }],
		nextSteps: [
			{ id: "s1", kind: "documentation", title: "Envoyer le guide du Portail", ownerId: "p1", dueOn: "2026-12-03", promised: true },
			{ id: "s2", kind: "summaryEmail", title: "Courriel de synthèse", ownerId: "p1", dueOn: "2026-11-30" },
			{ id: "s3", kind: "call", title: "", ownerId: "p2", dueOn: "2026-12-01" },
			{ id: "s4", kind: "call", title: "Sans responsable", ownerId: null, dueOn: "2026-12-01" },
		],
	},
};
const names = {
	met: [
		{ name: "Sylvie Tremblay", email: "s.tremblay@exemple.ca" },
		{ name: "Marc Roy", email: null },
	],
	occupation: () => "Opératrices et opérateurs de machines",
	solution: () => "Portail employeurs",
	kind: () => "Rappel",
	person: (id: string) => (id === "p1" ? "Marie-Ève Lavoie" : "Étienne Côté"),
	sender: "Marie-Ève Lavoie",
	region: "Montérégie",
};
const golden = `Bonjour Sylvie Tremblay et Marc Roy,

Merci de votre accueil le 26 novembre 2026. Voici ce que nous en retenons.

L’entreprise ajoute un quart de nuit en février.

Vos besoins de main-d’œuvre
- Opératrices et opérateurs de machines\u00A0: 3\u00A0postes, dès le 1er février 2027

Les pistes dont nous avons parlé
- Portail employeurs

Les prochaines étapes
- Envoyer le guide du Portail\u00A0: Marie-Ève Lavoie, d’ici le 3 décembre 2026
- Rappel\u00A0: Étienne Côté, d’ici le 1er décembre 2026

Nous reprendrons contact avec vous le 1er février 2027.

Si un point est inexact ou s’il manque quelque chose, il suffit de répondre à ce message.

Cordialement,

Marie-Ève Lavoie
Direction régionale · Montérégie`;

describe("le courriel de synthèse", () => {
	it("dit en français les faits, les besoins, qui fait quoi et pour quand ; rien des signaux", () => {
		const letter = summaryEmail(visit as never, names);
		expect(letter.body).toBe(golden);
		expect(letter).toMatchObject({ to: ["s.tremblay@exemple.ca"], subject: "Suites de notre échange du 26 novembre 2026" });
	});

	it("d’un simple appel sans personne ni besoin reste une lettre", () => {
		const bare = { ...visit, mode: "phone", summary: null, solutions: [], nextContactOn: null, report: {} };
		expect(summaryEmail(bare as never, { ...names, met: [] }).body).toBe(`Bonjour,

Merci de notre entretien téléphonique du 26 novembre 2026. Voici ce que nous en retenons.

Trois quarts à pourvoir

Si un point est inexact ou s’il manque quelque chose, il suffit de répondre à ce message.

Cordialement,

Marie-Ève Lavoie
Direction régionale · Montérégie`);
	});

	it("s’ouvre dans la messagerie, accents et sauts de ligne compris ; trop long pour une adresse, il y va sans son texte", () => {
		const short = mailtoOf({ to: ["a@exemple.ca", "b@exemple.ca"], subject: "Été & suites", body: "Bonjour,\nà bientôt" });
		expect(short).toEqual({
			href: "mailto:a%40exemple.ca,b%40exemple.ca?subject=%C3%89t%C3%A9%20%26%20suites&body=Bonjour%2C%0D%0A%C3%A0%20bient%C3%B4t",
			hasBody: true,
		});
		const long = mailtoOf({ to: [], subject: "Suites", body: "é".repeat(1_000) });
		expect([long.hasBody, long.href]).toEqual([false, "mailto:?subject=Suites"]);
	});
});
