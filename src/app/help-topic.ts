import { matchPath } from "react-router";
import type { Topic } from "#features/help/topics.ts";
import { paths } from "#lib/paths.ts";

/** Which page of the help fits the screen one looks at; the first that matches. */
const topicOfPage: readonly (readonly [pattern: string, topic: Topic])[] = [
	[paths.newVisit(), "consigner-une-visite"],
	[paths.visit(":id"), "terminer-un-rapport"],
	[paths.visits(), "consigner-une-visite"],
	[paths.newEmployer(), "fiche-employeur"],
	[paths.employer(":id", "besoins"), "noter-un-besoin"],
	[paths.employer(":id", "dossiers"), "faire-avancer-un-dossier"],
	[paths.employer(":id", "outils"), "outils"],
	[paths.employer(":id", "immigration"), "immigration"],
	[paths.employer(":id", "signaux"), "questionnaire-et-signaux"],
	[paths.employer(":id", "documents"), "joindre-un-document"],
	["/signaux/*", "questionnaire-et-signaux"],
	[paths.questionnaire(), "questionnaire-et-signaux"],
	[paths.vocabularies(), "questionnaire-et-signaux"],
	[paths.employer(":id", "historique"), "annuler-et-historique"],
	["/employeurs/:id/*", "fiche-employeur"],
	[paths.employers(), "rechercher-et-filtrer"],
	[paths.supportCases(), "faire-avancer-un-dossier"],
	["/besoins/*", "noter-un-besoin"],
	[paths.needMarks(), "noter-un-besoin"],
	["/immigration/*", "immigration"],
	["/suivis/*", "suivis"],
	["/ma-journee", "suivis"],
	[paths.outbox(), "travailler-sans-reseau"],
	[paths.digest(), "suivis"],
	[paths.mail(), "gerer-les-personnes"],
	[paths.referrals(), "aiguillages"],
	[paths.toolUses(), "outils"],
	["/missions/*", "missions"],
	[paths.portal(), "outils"],
	["/historique/*", "annuler-et-historique"],
	["/tableau-de-bord/*", "lire-le-tableau-de-bord"],
	["/passations/*", "passer-un-portefeuille"],
	["/importations/*", "importer-des-employeurs"],
	[paths.people(), "gerer-les-personnes"],
	[paths.accountEvents(), "gerer-les-personnes"],
	[paths.account(), "se-connecter"],
	[paths.firstSteps(), "premiers-pas"],
	["/accueil", "premiers-pas"],
];

export const helpTopicOf = (pathname: string): Topic | null => topicOfPage.find(([pattern]) => matchPath(pattern, pathname))?.[1] ?? null;
