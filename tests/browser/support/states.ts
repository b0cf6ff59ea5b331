import type { Page } from "playwright";
import { settled } from "./pages.ts";
import { expect } from "./visitor.ts";

/** A page with something open or wrong on it. `address` is a name of `everyPage`. */
export type State = { name: string; address: string; only?: "desk" | "phone"; open: (page: Page) => Promise<void> };

const dialogIsOpen = async (page: Page, name: RegExp) => {
	await expect(page.getByRole("dialog", { name })).toBeVisible();
};

/** The menu of the first card that may be moved, opened by its keys. */
async function openCardMenu(page: Page) {
	const card = page.getByRole("group", { name: "Tableau", exact: true }).getByRole("listitem").first();
	await card.focus();
	await page.keyboard.press("m");
	await expect(page.getByRole("menu")).toBeVisible();
}

export const states: State[] = [
	{
		name: "Menu de la personne",
		address: "Employeurs",
		open: async (page) => {
			await page.getByRole("button", { name: /^Menu de / }).click();
			await expect(page.getByRole("menuitem", { name: "Fermer la session" })).toBeVisible();
		},
	},
	{
		name: "Bouton de la personne, sous la souris",
		address: "Employeurs",
		only: "desk",
		open: (page) => page.getByRole("button", { name: /^Menu de / }).hover(),
	},
	{
		name: "Aide ouverte à côté de la page",
		address: "Employeurs",
		open: async (page) => {
			await page.getByRole("button", { name: /^Aide/ }).click();
			await expect(page.getByRole("complementary", { name: "Aide" }).getByRole("heading", { name: "Rechercher et filtrer" })).toBeVisible();
		},
	},
	{
		name: "Importation vérifiée, une ligne en erreur ouverte",
		address: "Importer un fichier",
		open: async (page) => {
			const file = { name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from("Nom;NEQ;Ville\r\nAtelier Untel;114000999;Longueuil\r\n") };
			const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Choisir un fichier" }).click()]);
			await chooser.setFiles(file);
			await page.getByRole("link", { name: "Voir la vérification" }).click();
			await page
				.getByRole("table", { name: "Lignes du fichier" })
				.getByRole("link", { name: /^(2|Atelier Untel)$/ })
				.click();
			await expect(page.getByRole("complementary", { name: /^Ligne/ }).getByText("Trouvé", { exact: false })).toBeVisible();
		},
	},
	{
		name: "Toute la navigation",
		address: "Employeurs",
		only: "phone",
		open: async (page) => {
			await page.getByRole("button", { name: "Plus" }).click();
			await dialogIsOpen(page, /Toute la navigation/);
		},
	},
	{
		name: "Filtres dépliés",
		address: "Employeurs",
		only: "phone",
		open: async (page) => {
			await page.getByText("Filtrer les employeurs").click();
			await expect(page.getByRole("group", { name: "Étape" })).toBeVisible();
		},
	},
	{
		name: "Aucun employeur trouvé",
		address: "Employeurs",
		open: async (page) => {
			await page.getByRole("searchbox", { name: "Chercher un employeur" }).fill("zzzz introuvable");
			await expect(page.getByText("Rien ne correspond")).toBeVisible();
			// Counts are greyed until they are those of the search.
			await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
		},
	},
	{
		name: "Recherche de partout, avec ce qu’elle trouve",
		address: "Fiche, fil",
		open: async (page) => {
			await page.keyboard.press("Control+k");
			await page.getByRole("combobox", { name: "Rechercher et aller à" }).fill("soudure");
			await expect(page.getByRole("group", { name: "Employeurs", exact: true })).toBeVisible();
			await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
		},
	},
	{
		name: "Recherche de partout, sans rien",
		address: "Fiche, fil",
		only: "phone",
		open: async (page) => {
			await page.keyboard.press("Control+k");
			await expect(page.getByRole("group", { name: "Récents" })).toBeVisible();
		},
	},
	{
		name: "Raccourcis clavier",
		address: "Employeurs",
		open: async (page) => {
			await page.keyboard.press("?");
			await dialogIsOpen(page, /Raccourcis clavier/);
		},
	},
	{
		name: "Erreurs du nouvel employeur",
		address: "Ajouter un employeur",
		open: async (page) => {
			await page.getByRole("button", { name: "Ajouter l’employeur" }).click();
			await expect(page.getByRole("textbox", { name: "Nom", exact: true })).toHaveAttribute("aria-invalid", "true");
		},
	},
	{
		name: "Fiche en modification, avec une erreur",
		address: "Fiche, fil",
		open: async (page) => {
			await page.getByRole("button", { name: "Modifier", exact: true }).click();
			const dialog = page.getByRole("dialog", { name: /^Modifier / });
			await dialog.getByRole("textbox", { name: "NEQ" }).fill("123");
			await dialog.getByRole("button", { name: "Enregistrer" }).click();
			await expect(dialog.getByRole("textbox", { name: "NEQ" })).toHaveAttribute("aria-invalid", "true");
		},
	},
	{
		name: "Archivage d’un employeur, avec une erreur",
		address: "Fiche, fil",
		open: async (page) => {
			await page.getByRole("button", { name: "Archiver…" }).click();
			const dialog = page.getByRole("dialog", { name: /^Archiver / });
			await dialog.getByRole("button", { name: "Archiver" }).click();
			await expect(dialog.getByRole("combobox", { name: "Raison de l’archivage" })).toHaveAttribute("aria-invalid", "true");
		},
	},
	{
		name: "Nouvelle personne-ressource, avec une erreur",
		address: "Fiche, personnes",
		open: async (page) => {
			await page.getByRole("button", { name: "Ajouter une personne" }).click();
			const dialog = page.getByRole("dialog", { name: "Ajouter une personne" });
			await dialog.getByRole("button", { name: "Enregistrer" }).click();
			await expect(dialog.getByRole("textbox", { name: "Nom", exact: true })).toHaveAttribute("aria-invalid", "true");
		},
	},
	{
		name: "Nouvel usage d’un outil",
		address: "Fiche, outils",
		open: async (page) => {
			await page.getByRole("button", { name: "Ajouter un usage" }).click();
			await expect(page.getByRole("radiogroup", { name: "Outil" })).toBeVisible();
		},
	},
	{
		name: "Menu d’une carte",
		address: "Dossiers, les miens",
		open: openCardMenu,
	},
	{
		name: "Fermeture d’un dossier, avec une erreur",
		address: "Dossiers, les miens",
		open: async (page) => {
			await openCardMenu(page);
			await page.getByRole("menuitem", { name: "Fermer le dossier…" }).click();
			const dialog = page.getByRole("dialog", { name: /^Fermer le dossier de / });
			await dialog.getByRole("button", { name: "Fermer le dossier" }).click();
			await expect(dialog.getByRole("combobox", { name: "Raison de la fermeture" })).toHaveAttribute("aria-invalid", "true");
		},
	},
	{
		name: "Mise en pause, avec une erreur",
		address: "Dossiers, les miens",
		open: async (page) => {
			await openCardMenu(page);
			await page.getByRole("menuitem", { name: "Mettre en pause…" }).click();
			const dialog = page.getByRole("dialog", { name: /^Mettre en pause / });
			await dialog.getByRole("button", { name: "Mettre en pause" }).click();
			await expect(dialog.getByRole("textbox", { name: "Raison de la pause" })).toHaveAttribute("aria-invalid", "true");
		},
	},
	{
		name: "Filtre par personne",
		address: "Dossiers, tableau",
		open: async (page) => {
			await page
				.getByRole("button", { name: /^Responsable/ })
				.first()
				.click();
			await expect(page.getByRole("menu")).toBeVisible();
		},
	},
	{
		name: "Employeurs proposés à la saisie d’une visite",
		address: "Consigner une visite",
		open: async (page) => {
			await page.getByRole("combobox", { name: "Employeur" }).fill("a");
			await expect(page.getByRole("option").first()).toBeVisible();
		},
	},
	{
		name: "Visite sans employeur",
		address: "Consigner une visite",
		open: async (page) => {
			await page.getByRole("button", { name: "Enregistrer" }).click();
			await expect(page.getByText("Choisissez l’employeur visité.")).toBeVisible();
		},
	},
	{
		name: "Annulation d’une visite",
		address: "Rapport à écrire",
		open: async (page) => {
			await page.getByRole("button", { name: "Annuler la visite" }).click();
			await dialogIsOpen(page, /Annuler la visite/);
		},
	},
	{
		name: "Rapport à compléter, avec des lignes vides",
		address: "Rapport à écrire",
		open: async (page) => {
			// Once a line is in it, the block is open.
			const fill = page.getByRole("button", { name: "Remplir : Portail employeurs et Journées Québec" });
			await expect(fill.or(page.getByRole("button", { name: "Ajouter un usage" })).first()).toBeVisible();
			if (await fill.isVisible()) await fill.click();
			for (const line of ["Ajouter un besoin", "Ajouter un usage", "Ajouter une étape"]) await page.getByRole("button", { name: line }).click();
			await page.getByRole("button", { name: "Terminer" }).click();
			await expect(page.getByRole("combobox", { name: "Profession (CNP)" }).last()).toHaveAttribute("aria-invalid", "true");
		},
	},
	{
		name: "Un texte qui attend un choix",
		address: "Rapport à écrire",
		open: async (page) => {
			const box = page.getByRole("textbox", { name: /^Partenaires présents/ });
			await box.fill("NAS 046 454 286, passeport AB123456 de la personne rencontrée ce matin");
			await expect(page.getByRole("button", { name: "Garder quand même" })).toBeVisible();
		},
	},
	{
		name: "Visite d’une invitation",
		address: "Visites",
		open: async (page) => {
			const lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:axe@exemple", "DTSTART:20991201T093000", "SUMMARY:Rencontre", "END:VEVENT", "END:VCALENDAR"];
			const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Invitation (.ics)" }).click()]);
			await chooser.setFiles({ name: "invitation.ics", mimeType: "text/calendar", buffer: Buffer.from(lines.join("\r\n")) });
			await page.getByRole("dialog", { name: "Visite d’une invitation" }).getByRole("button", { name: "Planifier la visite" }).click();
			await expect(page.getByText("Choisissez l’employeur de la rencontre.")).toBeVisible();
		},
	},
	{
		name: "Adresse du calendrier, montrée une fois",
		address: "Mon compte",
		open: async (page) => {
			await page.getByRole("button", { name: /^(Créer l’adresse secrète|Changer d’adresse)$/ }).click();
			await expect(page.getByRole("textbox", { name: "Adresse de votre calendrier" })).toBeVisible();
		},
	},
	{
		name: "Visite consignée par-dessus la page",
		address: "Fiche, besoins",
		open: async (page) => {
			await page.keyboard.press("v");
			await dialogIsOpen(page, /Consigner une visite/);
			await expect(page.getByRole("combobox", { name: "Employeur" })).toBeFocused();
		},
	},
	{
		name: "Séance de groupe sans employeur",
		address: "Séance de groupe à consigner",
		open: async (page) => {
			await page.getByRole("button", { name: "Ouvrir le rapport" }).click();
			await expect(page.getByRole("combobox", { name: "Ajouter un employeur" })).toHaveAttribute("aria-invalid", "true");
		},
	},
	{
		name: "Municipalité choisie, un arrêt à la tournée",
		address: "Tournées",
		open: async (page) => {
			await page.getByRole("list", { name: "Carte des municipalités à portée" }).getByRole("button").first().press("Enter");
			await expect(page.getByRole("button", { name: "Voir toute la carte" })).toBeVisible();
			await page
				.getByRole("checkbox", { name: /à la tournée$/ })
				.first()
				.check();
			await expect(page.getByRole("list", { name: "Arrêts, dans l’ordre de la route" }).getByRole("listitem")).toHaveCount(1);
		},
	},
	{
		name: "Courriel de synthèse",
		address: "Rapport à lire",
		open: async (page) => {
			await page.getByRole("button", { name: "Courriel de synthèse" }).click();
			await expect(page.getByRole("dialog", { name: "Courriel de synthèse" }).getByRole("textbox", { name: "Message" })).not.toHaveValue("");
		},
	},
	{
		name: "Nouvel aiguillage, avec une erreur",
		address: "Aiguillages",
		open: async (page) => {
			await page.getByRole("button", { name: "Aiguiller", exact: true }).click();
			const dialog = page.getByRole("dialog", { name: "Nouvel aiguillage" });
			await dialog.getByRole("button", { name: "Envoyer" }).click();
			await expect(dialog.getByRole("combobox", { name: "Motif" })).toHaveAttribute("aria-invalid", "true");
		},
	},
	{
		name: "Retrait d’un aiguillage",
		address: "Aiguillages, un aiguillage ouvert",
		open: async (page) => {
			await page.getByRole("button", { name: "Retirer…" }).click();
			await dialogIsOpen(page, /Retirer l’aiguillage/);
		},
	},
	{
		name: "Nouveau suivi, avec une erreur",
		address: "Suivis",
		open: async (page) => {
			await page.getByRole("button", { name: "Ajouter un suivi" }).click();
			const dialog = page.getByRole("dialog", { name: "Ajouter un suivi" });
			await dialog.getByRole("combobox", { name: "Récurrence" }).selectOption({ label: "En semaines" });
			await dialog.getByRole("button", { name: "Ajouter" }).click();
			await expect(dialog.getByRole("textbox", { name: "Quoi" })).toHaveAttribute("aria-invalid", "true");
		},
	},
	{
		name: "Report d’un suivi",
		address: "Suivis, un suivi ouvert",
		open: async (page) => {
			await page.getByRole("button", { name: "Reporter…" }).click();
			await dialogIsOpen(page, /Reporter le suivi/);
		},
	},
	{
		name: "Entonnoir en tableau",
		address: "Tableau de bord",
		open: async (page) => {
			await page
				.getByRole("figure", { name: /par étape/ })
				.getByRole("button", { name: "Tableau" })
				.click();
			await expect(page.getByRole("columnheader", { name: "Passage" })).toBeVisible();
		},
	},
	{
		name: "Territoire en liste, règle d’un chiffre ouverte",
		address: "Tableau de bord",
		open: async (page) => {
			await page.getByRole("button", { name: "Liste", exact: true }).click();
			await page
				.getByRole("button", { name: /: Visites$/ })
				.first()
				.focus();
			await expect(page.getByRole("tooltip")).toBeVisible();
		},
	},
	{
		name: "Période libre, date du futur",
		address: "Tableau de bord",
		open: async (page) => {
			await page.getByText("Libre", { exact: true }).click();
			await expect(page.getByLabel("Du", { exact: true })).toBeVisible();
			await settled(page);
			await page.getByLabel("Lu à la date du").fill("2099-01-01");
			await expect(page.getByText("Cette date est dans le futur.")).toBeVisible();
		},
	},
];
