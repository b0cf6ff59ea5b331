import type { Visit } from "#contract/visits.ts";
import { formatFor } from "#lib/format.ts";
import { letter } from "./letter-text.fr.ts";

export type Letter = { to: string[]; subject: string; body: string };
type Names = {
	/** Whom the letter is for: those met, with an address when they have one. */
	met: readonly { name: string; email: string | null }[];
	/** French labels, whatever the language of the screen. */
	occupation: (code: string) => string;
	solution: (code: string) => string;
	person: (id: string) => string;
	kind: (code: string) => string;
	sender: string;
	region: string;
};

/** The summary of a visit for its employer (domain §2.4): the facts, the needs, who does what by when. Signals, capacities and consent are notes, and stay notes. */
export function summaryEmail(
	visit: Pick<Visit, "occurredOn" | "mode" | "headline" | "summary" | "solutions" | "nextContactOn" | "report">,
	names: Names,
): Letter {
	const { prose, plural, list } = formatFor("fr");
	const day = prose(visit.occurredOn);
	const needs = (visit.report.needs ?? []).flatMap(({ occupationCode, posts, startOn }) =>
		occupationCode
			? [letter.need(names.occupation(occupationCode), plural(posts ?? 1, letter.posts.one, letter.posts.other), startOn ? letter.start(prose(startOn)) : "")]
			: [],
	);
	// The letter is itself one of the steps: it is not announced in itself.
	const steps = (visit.report.nextSteps ?? []).flatMap(({ kind, title, ownerId, dueOn }) =>
		kind !== "summaryEmail" && ownerId && dueOn ? [letter.step(title || names.kind(kind ?? ""), names.person(ownerId), prose(dueOn))] : [],
	);
	const solutions = visit.solutions.filter((code) => code !== "none").map((code) => `- ${names.solution(code)}`);
	const block = (title: string, lines: string[]) => (lines.length > 0 ? [[title, ...lines].join("\n")] : []);
	return {
		to: names.met.flatMap(({ email }) => email ?? []),
		subject: letter.subject(day),
		body: [
			letter.greeting(list(names.met.map(({ name }) => name))),
			`${letter.thanks[visit.mode]?.(day) ?? letter.subject(day)} ${letter.retained}`,
			...[visit.summary || visit.headline || ""].filter(Boolean),
			...block(letter.needs, needs),
			...block(letter.solutions, solutions),
			...block(letter.steps, steps),
			...(visit.nextContactOn ? [letter.contact(prose(visit.nextContactOn))] : []),
			letter.correct,
			[letter.close, "", names.sender, letter.office(names.region)].join("\n"),
		].join("\n\n"),
	};
}

/** Mail programs and Windows cut an address at about two thousand characters; without the body, it is pasted. */
const longestAddress = 1_900;

/** `mailto:` (RFC 6068), and whether the body is in it. */
export function mailtoOf({ to, subject, body }: Letter): { href: string; hasBody: boolean } {
	const head = `mailto:${to.map(encodeURIComponent).join(",")}?subject=${encodeURIComponent(subject)}`;
	const whole = `${head}&body=${encodeURIComponent(body.replace(/\n/g, "\r\n"))}`;
	return whole.length <= longestAddress ? { href: whole, hasBody: true } : { href: head, hasBody: false };
}
