/** Journées Québec: [name, first day, mode]. Virtual since October 2020; from 2023 on, a yearly programme of plausible missions. */
export type Mission = readonly [name: string, startOn: string, mode: "inPerson" | "virtual"];

const known: readonly Mission[] = [
	["Journées Québec Paris 2019", "2019-11-30", "inPerson"],
	["Journées Québec Bogota 2020", "2020-01-25", "inPerson"],
	["Journées Québec Brésil 2020", "2020-10-19", "virtual"],
	["Journées Québec Tunisie 2020", "2020-11-02", "virtual"],
	["Journées Québec Colombie 2020", "2020-11-16", "virtual"],
	["Journées Québec France 2020", "2020-11-30", "virtual"],
	["Journées Québec Maurice 2020", "2020-12-07", "virtual"],
	["Journées Québec Sénégal 2021", "2021-01-25", "virtual"],
	["Journées Québec Maroc 2021", "2021-05-17", "virtual"],
	["Journées Québec France 2021", "2021-12-06", "virtual"],
	["Journées Québec Belgique 2022", "2022-05-16", "virtual"],
	["Journées Québec Tunisie 2022", "2022-10-17", "virtual"],
	["Journées Québec France 2022", "2022-12-10", "inPerson"],
];
const yearly: readonly (readonly [string, string, Mission[2]])[] = [
	["Maroc", "02-15", "inPerson"],
	["Colombie", "04-01", "inPerson"],
	["Brésil", "06-09", "virtual"],
	["Tunisie", "10-06", "virtual"],
	["France", "12-05", "inPerson"],
];

export const missionsUntil = (year: number): Mission[] => {
	const later: Mission[] = [];
	for (let y = 2023; y <= year; y++) for (const [country, start, mode] of yearly) later.push([`Journées Québec ${country} ${y}`, `${y}-${start}`, mode]);
	return [...known, ...later];
};

/** Those that come with the product, their figures being public (0032-missions.sql). */
export const published = new Set([
	"Journées Québec Paris 2019",
	"Journées Québec Bogota 2020",
	"Journées Québec France 2020",
	"Journées Québec Sénégal 2021",
	"Journées Québec France 2021",
	"Journées Québec France 2022",
	"Journées Québec Maroc 2023",
	"Journées Québec Colombie 2023",
]);

const countries = [
	["Maroc", "MA"],
	["Colombie", "CO"],
	["Brésil", "BR"],
	["Tunisie", "TN"],
	["Maurice", "MU"],
	["Belgique", "BE"],
] as const;
export const countryOf = (name: string): string => countries.find(([land]) => name.includes(land))?.[1] ?? "FR";
