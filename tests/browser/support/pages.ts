import type { Page } from "playwright";
import type { EmployerRow } from "#contract/employers.ts";
import type { FollowUp } from "#contract/follow-ups.ts";
import type { LabourNeed } from "#contract/labour-needs.ts";
import type { Mission } from "#contract/missions.ts";
import type { Referral } from "#contract/referrals.ts";
import type { Signal } from "#contract/signals.ts";
import type { SupportCaseRow } from "#contract/support-cases.ts";
import type { VisitRow } from "#contract/visits.ts";
import { paths } from "#lib/paths.ts";
import { readApi } from "./api.ts";

type Rows<Row> = { items: Row[] };

/** The address of every page for who is signed in; records with something in them, so that nothing is judged empty. */
export async function everyPage(page: Page, personId: string): Promise<Record<string, string>> {
	const read = async <Row>(path: string) => (await readApi<Rows<Row>>(page, path)).items[0];
	const filtered = (path: string, filter: string, sort = "") => `${path}?limit=1&filter=${encodeURIComponent(filter)}${sort && `&sort=${sort}`}`;
	const employer = await read<EmployerRow>(filtered("/employers", `advisorId==${personId};openPosts=gt=0;missionsJoined=gt=0`, "-openPosts"));
	const draft = await read<VisitRow>(filtered("/visits", `adviserId==${personId};status==draft`));
	const completed = await read<VisitRow>(filtered("/visits", `adviserId==${personId};status==completed`));
	const supportCase = await read<SupportCaseRow>(filtered("/support-cases", `advisorId==${personId};open==true`));
	const followUp = await read<FollowUp>(filtered("/follow-ups", `ownerId==${personId};done==false`));
	const signal = await read<Signal>(filtered("/signals", "handled==false"));
	const referral = await read<Referral>(filtered("/referrals", `fromPersonId==${personId};open==true`));
	const line = await read<{ id: string; employerId: string }>("/immigration-lines?limit=1&filter=state==atWork&sort=-hiredOn");
	const mission = await read<Mission>("/missions?limit=1&filter=stage==ended;isReference==false&sort=-startsOn");
	const toCome = await read<Mission>("/missions?limit=1&filter=stage==toCome&sort=startsOn");
	const need = await read<LabourNeed>(filtered("/labour-needs", `employerId==${employer?.id};open==true`, "-openPosts"));
	if (!need || !employer || !mission || !toCome || !draft || !completed || !supportCase || !followUp || !signal || !referral || !line)
		throw new Error("The region has no employer, visit, case, signal or referral of this person.");
	return {
		"Ma journée": paths.myDay(),
		"Résumé du jour": paths.digest(),
		Employeurs: paths.employers(),
		"Ajouter un employeur": paths.newEmployer(),
		"Fiche, fil": paths.employer(employer.id),
		"Fiche, besoins": paths.employer(employer.id, "besoins"),
		"Fiche, dossiers": paths.employer(employer.id, "dossiers"),
		"Fiche, visites": paths.employer(employer.id, "visites"),
		"Fiche, outils": paths.employer(employer.id, "outils"),
		"Fiche, immigration": paths.employer(line.employerId, "immigration"),
		"Fiche, signaux et questionnaire": paths.employer(employer.id, "signaux"),
		"Fiche, documents": paths.employer(employer.id, "documents"),
		"Fiche, impression": paths.employer(employer.id, "impression"),
		"Fiche, préparation d’une visite": paths.employer(employer.id, "preparation"),
		"Fiche, personnes": paths.employer(employer.id, "personnes"),
		"Dossiers, tableau": paths.supportCases(),
		"Dossiers, les miens": paths.supportCases({ filtre: `advisorId==${personId}` }),
		"Dossiers, en couloirs": `${paths.supportCases()}?couloirs=conseillere`,
		"Dossiers, liste": paths.supportCases({ vue: "liste" }),
		"Dossiers, un dossier ouvert": paths.supportCases({ dossier: supportCase.id }),
		Besoins: paths.labourNeeds(),
		"Besoins, par profession": paths.labourNeeds({ vue: "professions" }),
		"Besoin, ses mouvements": paths.labourNeed(need.id),
		Visites: paths.visits(),
		"Consigner une visite": paths.newVisit(),
		"Séance de groupe à consigner": paths.startVisit("groupe"),
		"Visite d’un partenaire à consigner": paths.startVisit("partenaire"),
		Tournées: `${paths.tours()}?qui=tous`,
		"Rapport à écrire": paths.visit(draft.id),
		"Rapport à lire": paths.visit(completed.id),
		Suivis: paths.followUps(),
		"Suivis, semaine": paths.followUps({ vue: "semaine", filtre: `ownerId==${personId}` }),
		"Suivis, un suivi ouvert": paths.followUps({ vue: "semaine", filtre: `ownerId==${personId}`, suivi: followUp.id }),
		Aiguillages: paths.referrals({ filtre: `fromPersonId==${personId}` }),
		"Aiguillages, un aiguillage ouvert": paths.referrals({ filtre: `fromPersonId==${personId}`, aiguillage: referral.id }),
		"Outils et francisation": paths.toolUses(),
		"Missions des Journées Québec": paths.missions(),
		"Mission, avant": paths.mission(mission.id, { vue: "preparation" }),
		"Mission, après": paths.mission(mission.id, { vue: "resultats" }),
		"Mission, employeurs à inviter": paths.missionPlan(toCome.id),
		"Missions comparées": paths.missionComparison(),
		Immigration: paths.immigration(),
		"Immigration, délais": paths.immigration({ vue: "delais" }),
		"Immigration, un dossier": paths.immigrationLine(line.id),
		"Portail employeurs": paths.portal({ filtre: "unusedFirst==true" }),
		Signaux: paths.signals({ filtre: "handled==false" }),
		"Signaux, un signal ouvert": paths.signals({ filtre: "handled==false", signal: signal.id }),
		"Signaux, tendances": paths.signals({ vue: "tendances" }),
		"Tableau de bord": paths.dashboard(),
		Importations: paths.imports(),
		"Importer un fichier": paths.newImport(),
		Aide: paths.help(),
		"Aide, une page": paths.help("raccourcis-clavier"),
		"Quoi de neuf": paths.help("quoi-de-neuf"),
		"Chiffre, employeurs accompagnés": paths.indicator("I02", { exercice: "2020-2021" }),
		"Chiffre, postes déclarés": paths.indicator("I07", { exercice: "2020-2021" }),
		"Mon compte": paths.account(),
		Accueil: "/accueil",
		"Adresse inconnue": "/nulle-part",
	};
}

/** Those of the administration only. */
export const settingsPages = (): Record<string, string> => ({
	"Réglages, vocabulaires": paths.vocabularies({ vocabulaire: "solution" }),
	"Réglages, questionnaire": paths.questionnaire(),
	"Réglages, courriel": paths.mail(),
});

/** Nothing is awaited any more: heading there, no skeleton, nothing busy, letters drawn in their own font. */
export async function settled(page: Page) {
	await page.waitForFunction(() => {
		const hasHeading = [...document.querySelectorAll("h1")].some((heading) => heading.checkVisibility({ visibilityProperty: true }));
		const isWaiting =
			document.querySelector('[aria-busy="true"]') !== null ||
			[...document.querySelectorAll('[role="status"]')].some((one) => /Chargement…|Loading…/.test(one.textContent ?? ""));
		return hasHeading && !isWaiting && document.fonts.status === "loaded";
	});
}

/** As Back and Forward do, without loading the application again: its database takes longer to wake than a page to look at. */
export async function turnTo(page: Page, address: string) {
	const here = new URL(page.url());
	const { pathname } = new URL(address, here);
	// Two faces of one page share heading and title: nothing would tell that the second has come.
	if (pathname === here.pathname) await turnTo(page, pathname === "/accueil" ? "/nulle-part" : "/accueil");
	const title = await page.evaluate((to) => {
		document.querySelector("h1")?.setAttribute("data-seen", "");
		const before = document.title;
		history.pushState(null, "", to);
		dispatchEvent(new PopStateEvent("popstate", { state: null }));
		return before;
	}, address);
	// The tabs of a record share their heading, which stays where it is: the title of the window tells them apart.
	await page.waitForFunction((before) => document.title !== before || document.querySelector("h1:not([data-seen])") !== null, title);
}
