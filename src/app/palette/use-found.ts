import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { fold } from "#contract/fold.ts";
import { type FoundRecords, searchRecords } from "#contract/search.ts";
import { apiQuery } from "#lib/api.ts";
import { formatNeq, formatPhone, useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import type { CommandItem, CommandSection } from "#ui/command/command.ts";
import { text } from "./text.ts";

const join = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(" · ");

/** What the API finds, ready to choose from. A key asks at once, or as soon as the answer before it is there: never two at a time, and only the last one is shown as its own. */
export function useFound(typed: string): { sections: CommandSection[]; isBusy: boolean; isNear: boolean; hasFailed: boolean } {
	const words = useWords(text);
	const { number, plural } = useFormat();
	const { stageShort, term } = useReference();
	const q = typed.trim();
	const isAsked = useMay()("searchRecords") && (fold(q) !== "" || /\d{3}/.test(q));
	const [sent, setSent] = useState(q);
	const { data, error, isFetching, isPlaceholderData } = useQuery({
		...apiQuery(searchRecords, { query: { q: sent } }),
		enabled: isAsked && sent !== "",
		placeholderData: keepPreviousData,
	});
	useEffect(() => {
		if (sent !== q && !isFetching) setSent(q);
	}, [sent, q, isFetching]);
	const digits = q.replace(/\D/g, "");
	/** The number that was typed, else the town. */
	const aboutEmployer = ({ municipalityName, neq, phone, archivedOn }: FoundRecords["employers"][number]) =>
		join(
			archivedOn && words.archived,
			digits.length >= 3 && neq?.includes(digits) && formatNeq(neq),
			digits.length >= 3 && phone?.includes(digits) && formatPhone(phone),
			municipalityName,
		);
	const item = (kind: string, id: string, rest: Omit<CommandItem, "id" | "isFound">): CommandItem => ({ id: `${kind}-${id}`, isFound: true, ...rest });
	const found = isAsked ? data : undefined;
	const sections: CommandSection[] = found
		? [
				{
					id: "employers",
					title: words.found.employers,
					items: found.employers.map((one) =>
						item("employer", one.id, { label: one.name, detail: aboutEmployer(one), icon: "employers", href: paths.employer(one.id) }),
					),
				},
				{
					id: "contacts",
					title: words.found.contacts,
					items: found.contacts.map((one) =>
						item("contact", one.id, {
							label: one.name,
							detail: join(
								digits.length >= 3 && one.phone?.includes(digits) && formatPhone(one.phone),
								q.includes("@") && one.email,
								one.jobTitle,
								one.employerName,
							),
							icon: "user",
							href: paths.employer(one.employerId, "personnes"),
						}),
					),
				},
				{
					id: "supportCases",
					title: words.found.supportCases,
					items: found.supportCases.map((one) =>
						item("case", one.id, {
							label: one.employerName,
							detail: join(
								one.closedOn ? words.closedCase : stageShort(one.stage),
								one.openPosts > 0 && plural(one.openPosts, words.posts.one, words.posts.other),
							),
							icon: "cases",
							href: paths.supportCases({ dossier: one.id }),
						}),
					),
				},
				{
					id: "labourNeeds",
					title: words.found.labourNeeds,
					items: found.labourNeeds.map((one) =>
						item("need", one.id, {
							label: `${one.occupationCode} ${one.occupationLabel}`,
							detail: join(one.employerName, one.openPosts > 0 && number(one.openPosts)),
							icon: "needs",
							href: paths.labourNeed(one.id),
						}),
					),
				},
				{
					id: "immigrationLines",
					title: words.found.immigrationLines,
					items: found.immigrationLines.map((one) =>
						item("line", one.id, {
							label: one.label,
							detail: join(one.endedOn && words.endedLine, one.employerName, term("immigrationPath", one.path)),
							icon: "immigration",
							href: paths.immigrationLine(one.id),
						}),
					),
				},
				{
					id: "visits",
					title: words.found.visits,
					items: found.visits.map((one) =>
						item("visit", one.id, {
							label: one.employerName,
							detail: join(one.occurredOn, one.headline ?? words.untitled),
							icon: "visits",
							href: paths.visit(one.id),
						}),
					),
				},
			]
		: [];
	return {
		sections: sections.filter(({ items }) => items.length > 0),
		isBusy: isAsked && (sent !== q || isPlaceholderData || (isFetching && !data)),
		isNear: Boolean(found?.near),
		hasFailed: isAsked && sent === q && error !== null,
	};
}
