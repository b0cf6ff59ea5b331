import { describe, expect, it } from "vitest";
import { en as enField } from "#features/help/field/text.en.ts";
import { fr as frField } from "#features/help/field/text.fr.ts";
import { findTopics } from "#features/help/find-topics.ts";
import { latestNewsOn } from "#features/help/latest-news.ts";
import { en as enLists } from "#features/help/lists/text.en.ts";
import { fr as frLists } from "#features/help/lists/text.fr.ts";
import { fr as news } from "#features/help/news/text.fr.ts";
import { en as enOffice } from "#features/help/office/text.en.ts";
import { fr as frOffice } from "#features/help/office/text.fr.ts";
import { en as enStart } from "#features/help/start/text.en.ts";
import { fr as frStart } from "#features/help/start/text.fr.ts";
import { en as enTools } from "#features/help/tools/text.en.ts";
import { fr as frTools } from "#features/help/tools/text.fr.ts";
import { isTopic, topics } from "#features/help/topics.ts";

const french = { ...frStart.pages, ...frField.pages, ...frLists.pages, ...frOffice.pages, ...frTools.pages };
const english = { ...enStart.pages, ...enField.pages, ...enLists.pages, ...enOffice.pages, ...enTools.pages };

describe("l’aide", () => {
	it.each([
		["doublons", "importer-des-employeurs"],
		["MOT DE PASSE OUBLIE", "se-connecter"],
		["fermé un dossier", "mettre-en-pause-ou-fermer"],
		["consigner visite", "consigner-une-visite"],
		["theme sombre", "reperes"],
		["congé", "passer-un-portefeuille"],
		["xlsx", "importer-des-employeurs"],
	])("« %s » mène d’abord à %s", (asked, topic) => {
		expect(findTopics((one) => french[one], asked)[0]).toBe(topic);
	});

	it("montre toutes ses pages quand rien n’est cherché, et aucune pour un mot dont elle ne parle pas", () => {
		expect(findTopics((one) => french[one], " ")).toEqual(topics);
		expect(findTopics((one) => french[one], "zzzz")).toEqual([]);
	});

	it("dit la même chose dans les deux langues, et ses liens mènent à des pages qui existent", () => {
		for (const topic of topics) {
			expect([topic, english[topic].body.length]).toEqual([topic, french[topic].body.length]);
			for (const page of [french[topic], english[topic]])
				for (const [, target] of JSON.stringify(page).matchAll(/\]\(([^)]+)\)/g)) expect([topic, target, isTopic(target)]).toEqual([topic, target, true]);
		}
	});

	it("marque comme non lue la dernière nouveauté", () => {
		expect(news.entries[0]?.on).toBe(latestNewsOn);
		expect(news.entries.map(({ on }) => on)).toEqual(
			news.entries
				.map(({ on }) => on)
				.sort()
				.reverse(),
		);
	});
});
