/** Where employers are: weight of each MRC, its municipalities with their own weight and first halves of postal codes. */
export type Place = { mrc: string; weight: number; rural: number; municipalities: readonly (readonly [code: string, name: string, weight: number])[]; fsa: readonly string[]; advisor: number };

export const places: readonly Place[] = [
	{ mrc: "58", weight: 42, rural: 0, advisor: 2, fsa: ["J4G", "J4K", "J4B", "J4Z", "J3V"], municipalities: [["58227", "Longueuil", 9], ["58033", "Boucherville", 6], ["58007", "Brossard", 4], ["58037", "Saint-Bruno-de-Montarville", 3], ["58012", "Saint-Lambert", 1]] },
	{ mrc: "67", weight: 28, rural: 0.4, advisor: 4, fsa: ["J5A", "J5B", "J5R", "J6J"], municipalities: [["67050", "Châteauguay", 4], ["67035", "Saint-Constant", 4], ["67015", "La Prairie", 4], ["67020", "Candiac", 4], ["67030", "Sainte-Catherine", 3], ["67025", "Delson", 3], ["67045", "Mercier", 1], ["67040", "Saint-Isidore", 1], ["67010", "Saint-Philippe", 1]] },
	{ mrc: "54", weight: 30, rural: 1.6, advisor: 0, fsa: ["J2R", "J2S", "J2T", "J0H"], municipalities: [["54048", "Saint-Hyacinthe", 12], ["54008", "Saint-Pie", 3], ["54017", "Saint-Damase", 3], ["54060", "Saint-Dominique", 1], ["54072", "Saint-Liboire", 1], ["54035", "La Présentation", 1]] },
	{ mrc: "56", weight: 25, rural: 1, advisor: 3, fsa: ["J2W", "J2X", "J3A", "J3B"], municipalities: [["56083", "Saint-Jean-sur-Richelieu", 12], ["56023", "Lacolle", 1], ["56055", "Saint-Alexandre", 1], ["56097", "Mont-Saint-Grégoire", 2], ["56042", "Henryville", 1]] },
	{ mrc: "71", weight: 23, rural: 0.7, advisor: 5, fsa: ["J7V", "J7T", "J0P", "J7X"], municipalities: [["71083", "Vaudreuil-Dorion", 6], ["71105", "Saint-Lazare", 1], ["71133", "Rigaud", 2], ["71070", "Pincourt", 1], ["71060", "L’Île-Perrot", 1], ["71050", "Les Cèdres", 2], ["71040", "Coteau-du-Lac", 3], ["71025", "Saint-Zotique", 1], ["71020", "Saint-Polycarpe", 1]] },
	{ mrc: "57", weight: 18, rural: 0.6, advisor: 1, fsa: ["J3G", "J3H", "J3L", "J3N"], municipalities: [["57005", "Chambly", 4], ["57040", "Beloeil", 4], ["57035", "Mont-Saint-Hilaire", 3], ["57020", "Saint-Basile-le-Grand", 3], ["57010", "Carignan", 1], ["57025", "McMasterville", 1], ["57030", "Otterburn Park", 1]] },
	{ mrc: "59", weight: 13, rural: 0.8, advisor: 1, fsa: ["J3E", "J3X"], municipalities: [["59010", "Sainte-Julie", 4], ["59020", "Varennes", 4], ["59035", "Contrecoeur", 3], ["59025", "Verchères", 1], ["59015", "Saint-Amable", 1]] },
	{ mrc: "70", weight: 12, rural: 0.8, advisor: 5, fsa: ["J6S", "J6T", "J6N"], municipalities: [["70052", "Salaberry-de-Valleyfield", 6], ["70022", "Beauharnois", 3], ["70012", "Sainte-Martine", 2]] },
	{ mrc: "53", weight: 11, rural: 0.8, advisor: 1, fsa: ["J3P", "J3R", "J0G"], municipalities: [["53052", "Sorel-Tracy", 7], ["53050", "Saint-Joseph-de-Sorel", 1], ["53032", "Saint-Ours", 1], ["53072", "Yamaska", 1]] },
	{ mrc: "68", weight: 16, rural: 5, advisor: 3, fsa: ["J0L", "J0S"], municipalities: [["68055", "Saint-Rémi", 5], ["68030", "Napierville", 3], ["68050", "Saint-Michel", 2], ["68020", "Sainte-Clotilde", 3], ["68010", "Hemmingford (village)", 1]] },
	{ mrc: "55", weight: 10, rural: 2.5, advisor: 0, fsa: ["J3M", "J3L", "J0L"], municipalities: [["55048", "Marieville", 3], ["55057", "Richelieu", 1], ["55023", "Saint-Césaire", 2], ["55037", "Rougemont", 3], ["55008", "Ange-Gardien", 1]] },
	{ mrc: "48", weight: 7, rural: 1.8, advisor: 0, fsa: ["J0H"], municipalities: [["48028", "Acton Vale", 4], ["48038", "Upton", 2], ["48015", "Roxton Falls", 1]] },
	{ mrc: "69", weight: 5, rural: 3, advisor: 4, fsa: ["J0S"], municipalities: [["69037", "Ormstown", 2], ["69055", "Huntingdon", 2], ["69017", "Saint-Chrysostome", 1]] },
];

/** They left the Montérégie on 2021-07-08. */
export const leftPlaces: readonly Place[] = [
	{ mrc: "47", weight: 4, rural: 0.6, advisor: 0, fsa: ["J2G", "J2H", "J2J"], municipalities: [["47017", "Granby", 1]] },
	{ mrc: "46", weight: 2, rural: 0.9, advisor: 0, fsa: ["J2K", "J2L"], municipalities: [["46080", "Cowansville", 1]] },
];

export const servicePoints: readonly (readonly [name: string, municipality: string, from: string])[] = [
	["Beloeil", "57040", "2019-08-28"],
	["Longueuil", "58227", "2019-09-16"],
	["Saint-Constant", "67035", "2019-09-30"],
	["Saint-Hyacinthe", "54048", "2019-09-16"],
	["Châteauguay", "67050", "2019-10-07"],
	["Salaberry-de-Valleyfield", "70052", "2019-10-07"],
	["Sorel-Tracy", "53052", "2019-10-21"],
	["Vaudreuil-Dorion", "71083", "2019-10-21"],
	["Brossard", "58007", "2019-01-01"],
	["Granby", "47017", "2019-01-01"],
	["Saint-Jean-sur-Richelieu", "56083", "2019-01-01"],
];
