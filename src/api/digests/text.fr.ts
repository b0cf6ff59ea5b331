const plural = (count: number, one: string, other: string) => `${count}\u00A0${count < 2 ? one : other}`;
/** Ordinal of the first only: « 1er décembre ». */
const day = (written: string) => written.replace(/(^|\s)1 (?=\p{L})/u, "$11er\u00A0").replace(/(\d) (?=\p{L})/gu, "$1\u00A0");

export const fr = {
	/** Days are written by Intl; French corrects the first of the month. */
	locale: "fr-CA",
	day,
	subject: (alerts: number, on: string) => `Jalon\u00A0: ${plural(alerts, "nouvelle alerte", "nouvelles alertes")}, ${on}`,
	hello: "Bonjour,",
	lead: (on: string) => `Voici ce qui est nouveau pour vous, ce ${on}.`,
	kinds: {
		visit: "Visites prévues",
		signal: "Signaux rouges à traiter",
		followUp: "Suivis à faire",
		referralReceived: "Aiguillages reçus",
		referralSent: "Aiguillages sans réponse",
		report: "Rapports de visite à terminer",
		sleepingCase: "Dossiers sans activité",
	},
	nobody: "Besoin d’une personne",
	promise: "Engagement",
	today: "aujourd’hui",
	tomorrow: "demain",
	dueToday: "à faire aujourd’hui",
	lateBy: (days: number) => `en retard de ${plural(days, "jour", "jours")}`,
	expectedOn: (on: string) => `réponse attendue le ${on}`,
	unansweredFor: (days: number) => `sans réponse depuis ${plural(days, "jour", "jours")}`,
	raisedOn: (on: string) => `relevé le ${on}`,
	visitOf: (on: string) => `visite du ${on}`,
	idleFor: (days: number) => `sans activité depuis ${plural(days, "jour", "jours")}`,
	andMore: (count: number) => `et ${plural(count, "autre", "autres")}`,
	standing: (count: number) => `${plural(count, "alerte déjà signalée reste", "alertes déjà signalées restent")} à traiter.`,
	seeAll: "Voir le résumé du jour",
	why: "Ce résumé est envoyé une fois par jour au plus, lorsqu’il y a du nouveau.",
	change: "Changer l’heure ou ne plus le recevoir",
};
