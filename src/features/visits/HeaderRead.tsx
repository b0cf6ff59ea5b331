import { useQueries } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { getEmployer } from "#contract/employers.ts";
import type { Visit } from "#contract/visits.ts";
import { apiQuery } from "#lib/api.ts";
import { clockTime } from "#lib/clock.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Facts } from "#ui/Facts.tsx";
import styles from "./Report.module.css";
import { reportText } from "./report-text.ts";
import { text } from "./text.ts";

/** Past a few, the names of those met are in the records of their employers. */
const readAtMost = 5;

/** Block 1, to read. */
export function HeaderRead({ visit }: { visit: Visit }) {
	const words = useWords(text);
	const { head, subject } = useWords(reportText);
	const { term } = useReference();
	const { prose, list } = useFormat();
	const language = useLanguage();
	const { report, partner, employers } = visit;
	const met = report.contactIds ?? [];
	const names = useQueries({
		queries: (met.length > 0 ? employers.slice(0, readAtMost) : []).map(({ employerId }) => apiQuery(getEmployer, { params: { id: employerId } })),
		combine: (results) => results.flatMap(({ data }) => data?.contacts ?? []).flatMap(({ id, name }) => (met.includes(id) ? [name] : [])),
	});
	const fact = (label: string, value: ReactNode) => (value ? [{ label, value }] : []);
	return (
		<Facts
			items={[
				...(partner ? [{ label: subject.partner, value: partner.partnerName }] : []),
				...fact(subject.agreement, partner?.agreementTitle),
				...(employers.length > 1
					? [
							{
								label: words.head.employers,
								value: (
									<span className={styles.others}>
										{employers.map(({ employerId, employerName }) => (
											<Link key={employerId} to={paths.employer(employerId)}>
												{employerName}
											</Link>
										))}
									</span>
								),
							},
						]
					: []),
				{ label: words.head.date, value: prose(visit.occurredOn) },
				...fact(words.head.time, report.startsAt && clockTime(report.startsAt, language)),
				{ label: words.head.mode, value: term("visitMode", visit.mode) },
				...fact(words.head.duration, visit.durationMinutes && words.readOnly.minutes(visit.durationMinutes)),
				{ label: words.head.advisers, value: list(visit.advisers.map(({ name }) => name)) },
				...fact(words.head.contacts, names.length > 0 && list(names)),
				...fact(head.partnersPresent, report.partnersPresent),
				...fact(words.head.origin, report.origin && term("contactOrigin", report.origin)),
				...fact(words.head.place, report.place),
				...fact(head.language, report.language && head.languages[report.language]),
			]}
		/>
	);
}
