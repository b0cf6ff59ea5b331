import type { fr } from "./text.fr.ts";

export const en: typeof fr = {
	posts: { one: "post", other: "posts" },
	months: { one: "month", other: "months" },
	atLeast: (posts) => `${posts} or more`,
	teers: (digits) => `TEER\u00A0${digits}`,
	occupation: (code) => `NOC\u00A0${code}`,
	others: (more) => `and ${more}`,
	more: { one: "other", other: "others" },
	any: "Its posts and occupation",
	startFrom: (months) => `starting in ${months} or more`,
	startBefore: (months) => `starting in less than ${months}`,
	startBetween: (from, months) => `starting in ${from} to ${months}`,
	frenchFrom: (level) => `French at level ${level} or more`,
	frenchTo: (level) => `French up to level ${level}`,
	simplified: { true: "eligible for simplified processing", false: "not in the list of simplified processing" },
};
