import type { ReactNode } from "react";
import type { Visit } from "#contract/visits.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { vocabularyOfEvent } from "#lib/tool-words.ts";
import { useWords } from "#lib/words.ts";
import { HeaderRead } from "./HeaderRead.tsx";
import { NeedRead } from "./NeedRead.tsx";
import styles from "./Report.module.css";
import { reportText } from "./report-text.ts";
import { valuesOf } from "./report-values.ts";
import type { SectionId } from "./sections.ts";
import { text } from "./text.ts";
import { useBlockLines } from "./use-block-lines.ts";

const Rows = ({ children }: { children: ReactNode }) => <ul className={styles.rows}>{children}</ul>;

/** One block of a report in which something was said, to read. */
export function BlockRead({ id, visit }: { id: SectionId; visit: Visit }) {
	const words = useWords(text);
	const blocks = useWords(reportText);
	const { term, personName } = useReference();
	const { prose, list, number } = useFormat();
	const { profileLine, capacityLine, consentLine } = useBlockLines();
	const { report } = valuesOf(visit);
	const employers = visit.employers.length > 1 ? visit.employers : [];
	/** Of which employer a line is, where there are several: the first unless it says so. */
	const whose = (employerId: string) => (employers.find((one) => one.employerId === employerId) ?? employers[0])?.employerName;
	const of = (employerId: string) => employers.length > 0 && <span className="muted">{whose(employerId)}</span>;

	switch (id) {
		case "header":
			return <HeaderRead visit={visit} />;
		case "profile":
			return <p>{profileLine(report.profile)}</p>;
		case "capacity":
			return <p>{capacityLine(report.capacity)}</p>;
		case "consent":
			return <p>{consentLine(report.consent)}</p>;
		case "solutions":
			return <p>{list(visit.solutions.map((code) => term("solution", code)))}</p>;
		case "summary":
			return (
				<div className={styles.said}>
					{visit.headline && <p className="strong">{visit.headline}</p>}
					{visit.summary && <p className={styles.prose}>{visit.summary}</p>}
				</div>
			);
		case "needs":
			if (report.needs.length === 0) return <p>{words.readOnly.noNeed}</p>;
			return (
				<Rows>
					{report.needs.map((need) => (
						<NeedRead key={need.id} need={need} of={of(need.employerId)} />
					))}
				</Rows>
			);
		case "tools":
			return (
				<Rows>
					{report.toolUses.map(({ id: key, tool, event, occurredOn, quantity, mission, employerId }) => (
						<li key={key}>
							<span className="strong">{words.tool.tools[tool as keyof typeof words.tool.tools]}</span>
							<span>{event && term(vocabularyOfEvent(event), event)}</span>
							{mission ? <span>{mission}</span> : quantity !== null && quantity > 1 && <span>{number(quantity)}</span>}
							{occurredOn && <span className="muted">{prose(occurredOn)}</span>}
							{of(employerId)}
						</li>
					))}
				</Rows>
			);
		case "signals":
			return (
				<Rows>
					{report.signals.map(({ code, note, employerId }) => (
						<li key={code}>
							<span className="strong">{term("signal", code)}</span>
							{note && <span>{note}</span>}
							{of(employerId)}
						</li>
					))}
				</Rows>
			);
		case "nextSteps":
			if (report.nextSteps.length === 0) return <p>{words.readOnly.noFollowUp(term("noFollowUpReason", visit.noFollowUpReason ?? ""))}</p>;
			return (
				<Rows>
					{report.nextSteps.map(({ id: key, title, kind, ownerId, dueOn, employerId }) => (
						<li key={key}>
							<span className="strong">{title || (kind && term("followUpKind", kind))}</span>
							{ownerId && <span>{personName(ownerId)}</span>}
							{dueOn && <span className="muted">{words.readOnly.due(prose(dueOn))}</span>}
							{of(employerId)}
						</li>
					))}
				</Rows>
			);
		case "referrals":
			return (
				<Rows>
					{report.referrals.map(
						({ id: key, service, toService, toPersonId, toPartnerId, reason, contactName, consentObtained, replyExpectedOn, employerId }) => (
							<li key={key}>
								<span className="strong">
									{toService
										? term("referralService", toService)
										: toPersonId
											? personName(toPersonId)
											: service || (toPartnerId && blocks.referral.groups.toPartnerId)}
								</span>
								{reason && <span>{term("referralReason", reason)}</span>}
								{contactName && <span>{contactName}</span>}
								{consentObtained !== null && <span>{consentObtained ? blocks.referral.withConsent : blocks.referral.withoutConsent}</span>}
								{replyExpectedOn && <span className="muted">{blocks.referral.replyOn(prose(replyExpectedOn))}</span>}
								{of(employerId)}
							</li>
						),
					)}
				</Rows>
			);
		case "documents":
			return (
				<Rows>
					{report.documents.map(({ id: key, title, direction }) => (
						<li key={key}>
							<span className="strong">{title}</span>
							<span className="muted">{blocks.document.directions[direction]}</span>
						</li>
					))}
				</Rows>
			);
	}
}
