import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Invitation } from "../../src/features/visits/invitations/invitation.ts";
import { readInvitationFile } from "../../src/features/visits/invitations/read-file.ts";

const today = "2026-11-26";
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(`../fixtures/invitations/${name}`, import.meta.url)));
const reading = (content: string | Uint8Array<ArrayBuffer>) => readInvitationFile(new Blob([content]), today);
const read = async (content: string | Uint8Array<ArrayBuffer>): Promise<Invitation[]> => {
	const found = await reading(content);
	return "invitations" in found ? found.invitations : [];
};
const line = ({ title, day, startsAt, minutes, place }: Invitation) => [title, day, startsAt, minutes, place].join(" | ");

it.each([
	[
		"d’Outlook, par un fuseau que Windows nomme",
		"outlook.ics",
		"Rencontre Meubles Rivière – recrutement d'hiver | 2026-12-08 | 13:30 | 90 | Usine, 410, rue des Érables, Saint-Hyacinthe",
	],
	[
		"d’Outlook, reçue par courriel",
		"outlook.eml",
		"Rencontre Meubles Rivière – recrutement d'hiver | 2026-12-08 | 13:30 | 90 | Usine, 410, rue des Érables, Saint-Hyacinthe",
	],
	["de Google, à l’heure universelle : la veille au soir", "google.ics", "Boulangerie Dupont : quart de soir | 2026-12-01 | 20:30 | 90 | "],
	["de Google, reçue par courriel, jointe deux fois", "google.eml", "Boulangerie Dupont : quart de soir | 2026-12-01 | 20:30 | 90 | "],
	["d’Apple, écrite à Winnipeg", "apple.ics", "Appel avec les Serres du Sud 🌱 | 2026-12-15 | 09:00 | 45 | Serres du Sud Rougemont QC"],
	["de chaque lundi : la prochaine, qui a été déplacée", "weekly.ics", "Suivi avec Plastiques Nordet (déplacé) | 2026-12-08 | 14:00 | 60 | Granby"],
	["d’une journée entière", "whole-day.ics", "Portes ouvertes chez Métal Yamaska | 2026-12-04 |  |  | "],
	["sans nom, dans un fuseau qu’elle décrit elle-même", "no-name.ics", "Visioconférence : Recrutement Europe | 2026-12-09 | 10:00 | 45 | "],
	["d’une règle que rien ne satisfait jamais", "strange-rule.ics", "Un jour qui ne vient jamais | 2026-01-05 | 10:00 |  | "],
	["un simple courriel : une conversation de son jour", "message.eml", "Besoin de deux soudeurs dès janvier | 2026-11-24 |  |  | "],
])("se lit, une invitation %s", async (_, name, expected) => {
	const found = await read(bytesOf(name));
	expect(found.map(line)).toEqual([expected]);
	expect(found[0]?.key).toMatch(/^[0-9a-f]{40}$/);
	expect(await read(bytesOf(name))).toEqual(found);
});

it("la même invitation a la même clé, reçue autrement, déplacée ou annulée ; une autre en a une autre", async () => {
	const keyOf = async (name: string) => (await read(bytesOf(name)))[0]?.key;
	const [first, byMail, moved, cancelled, other] = await Promise.all(
		["outlook.ics", "outlook.eml", "outlook-moved.ics", "outlook-cancelled.ics", "apple.ics"].map(keyOf),
	);
	expect([byMail, moved, cancelled]).toEqual([first, first, first]);
	expect(other).not.toBe(first);
	expect((await read(bytesOf("outlook-moved.ics"))).map(line)[0]).toContain("2026-12-10 | 09:30");
	expect((await read(bytesOf("outlook-cancelled.ics")))[0]?.isCancelled).toBe(true);
	// What repeats is another meeting each time.
	const later = await readInvitationFile(new Blob([bytesOf("weekly.ics")]), "2026-12-20");
	expect("invitations" in later && later.invitations[0]?.key).not.toBe(await keyOf("weekly.ics"));
});

it("les adresses servent à trouver l’employeur, une fois chacune ; les rencontres à venir viennent d’abord", async () => {
	expect((await read(bytesOf("outlook.eml")))[0]?.addresses).toEqual(["h.lamontagne@meubles-riviere.exemple", "camille.roy@ministere.exemple"]);
	expect((await read(bytesOf("several.ics"))).map(({ title }) => title)).toEqual(["Demain", "Dans longtemps", "Déjà passé"]);
});

it.each([
	["trop gros", new Uint8Array(2_000_001), "tooLarge"],
	["vide", "", "noInvitation"],
	["un calendrier sans rencontre", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR", "noInvitation"],
	["un calendrier coupé", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:2026", "unreadable"],
	["un texte quelconque", "Bonjour,\r\n\r\nrien ici.", "noInvitation"],
	["une image", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0xff, 0xd8]), "noInvitation"],
])("un fichier qui n’en est pas une le dit : %s", async (_, content, why) => {
	expect(await reading(content as string)).toEqual({ refused: why });
});

it("aucun fichier, si abîmé soit-il, ne fait tomber la lecture, ni ne donne ce qu’une visite n’accepterait pas", async () => {
	// A generator of our own: the same thousand files at each run.
	let state = 20_261_126;
	const chance = (below: number) => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
	const sources = ["outlook.ics", "google.ics", "weekly.ics", "apple.ics", "outlook.eml", "google.eml", "message.eml"].map(bytesOf);
	const scraps = ["RRULE:FREQ=", "\r\n", "DTSTART:", "BEGIN:VEVENT\r\n", "END:VCALENDAR", "\u0000", "=\r\n", ":", ";", "99999999", "T", "🌱", "\u202E"].map(
		(text) => new TextEncoder().encode(text),
	);
	for (let round = 0; round < 600; round += 1) {
		let bytes = sources[chance(sources.length)] as Uint8Array<ArrayBuffer>;
		for (let damage = chance(6); damage >= 0; damage -= 1) {
			const at = chance(bytes.length);
			const scrap = chance(3) === 0 ? new Uint8Array([chance(256)]) : (scraps[chance(scraps.length)] as Uint8Array);
			bytes = new Uint8Array([...bytes.subarray(0, at), ...scrap, ...bytes.subarray(at + chance(40))]);
		}
		const found = await reading(bytes);
		for (const one of "invitations" in found ? found.invitations : []) {
			expect(one.day).toMatch(/^(19|20|21)\d\d-\d\d-\d\d$/);
			expect([one.title.length <= 300, one.place.length <= 200, one.startsAt === null || /^\d\d:\d\d$/.test(one.startsAt)]).toEqual([true, true, true]);
			expect([...`${one.title}${one.place}`].filter((letter) => letter < " " || (letter >= "\u202A" && letter <= "\u202E"))).toEqual([]);
		}
	}
}, 20_000);
