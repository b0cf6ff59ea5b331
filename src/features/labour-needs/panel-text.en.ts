import type { fr } from "./panel-text.fr.ts";

export const en: typeof fr = {
	title: "Labour needs",
	openTitle: "Open needs",
	columns: { occupation: "Occupation", code: "NOC", posts: "Open", wage: "Wage", french: "French", startOn: "From", status: "Status", actions: "Actions" },
	code: (code) => `NOC ${code} · TEER ${code[1]}`,
	of: (open, all) => `${open} of ${all}`,
	hourly: (wage) => `${wage}/h`,
	level: (level) => `level ${level}`,
	noFrench: "not required",
	open: "Open",
	closed: (day) => `Closed ${day}`,
	closedShort: "Closed",
	filled: "Filled",
	posts: { one: "position", other: "positions" },
	all: (count) => `See all ${count} needs`,
	failed: "The needs could not be read.",
	none: { title: "No need recorded", text: "Add them when logging a visit." },
	noneOpen: { title: "No open need", text: "Needs noted during a visit will appear here." },
	logVisit: "Log a visit",
	editOf: (occupation: string) => `Edit the need: ${occupation}`,
};
