import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { getEmployer } from "#contract/employers.ts";
import type { Visit } from "#contract/visits.ts";
import { apiQuery } from "#lib/api.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { Facts } from "#ui/Facts.tsx";
import { NeedRead } from "./NeedRead.tsx";
import styles from "./Report.module.css";
import { type SectionId, sectionAnchor } from "./sections.ts";
import { text } from "./text.ts";

function Section({ id, children }: { id: SectionId; children: ReactNode }) {
	const words = useWords(text);
	return (
		<Card id={sectionAnchor(id)} title={words.report[id]} padded>
			{children || <p className="muted">{words.readOnly.nothing}</p>}
		</Card>
	);
}

const Rows = ({ children }: { children: ReactNode[] }) => (children.length > 0 ? <ul className={styles.rows}>{children}</ul> : null);

/** The report as it stands, to read and print. */
export function VisitReading({ visit }: { visit: Visit }) {
	const words = useWords(text);
	const { term, personName } = useReference();
	const { prose, list, number } = useFormat();
	const { report } = visit;
	const { data: employer } = useQuery(apiQuery(getEmployer, { params: { id: visit.employers[0]?.employerId ?? "" } }));
	const met = (report.contactIds ?? []).flatMap((id) => employer?.contacts.find((contact) => contact.id === id)?.name ?? []);
	const needs = report.needs ?? [];
	const fact = (label: string, value: ReactNode) => (value ? [{ label, value }] : []);
	return (
		<>
			<Section id="header">
				<Facts
					items={[
						{ label: words.head.date, value: prose(visit.occurredOn) },
						{ label: words.head.mode, value: term("visitMode", visit.mode) },
						...fact(words.head.duration, visit.durationMinutes && words.readOnly.minutes(visit.durationMinutes)),
						{ label: words.head.advisers, value: list(visit.advisers.map(({ name }) => name)) },
						...fact(words.head.contacts, met.length > 0 && list(met)),
						...fact(words.head.origin, report.origin && term("contactOrigin", report.origin)),
						...fact(words.head.place, report.place),
					]}
				/>
			</Section>
			<Section id="summary">
				{(visit.headline || visit.summary) && (
					<div className={styles.said}>
						{visit.headline && <p className="strong">{visit.headline}</p>}
						{visit.summary && <p className={styles.prose}>{visit.summary}</p>}
					</div>
				)}
			</Section>
			<Section id="needs">
				{needs.length > 0 ? (
					<Rows>
						{needs.map((need) => (
							<NeedRead key={need.id} need={need} />
						))}
					</Rows>
				) : (
					report.noNeed && <p>{words.readOnly.noNeed}</p>
				)}
			</Section>
			<Section id="solutions">{visit.solutions.length > 0 && <p>{list(visit.solutions.map((code) => term("solution", code)))}</p>}</Section>
			<Section id="tools">
				{(report.toolUses ?? []).length > 0 && (
					<Rows>
						{(report.toolUses ?? []).map(({ id, tool, event, occurredOn, quantity, mission }) => (
							<li key={id}>
								<span className="strong">{tool && words.tool.tools[tool as keyof typeof words.tool.tools]}</span>
								<span>{event && term(tool === "journeesQuebec" ? "missionEvent" : "portalEvent", event)}</span>
								{mission ? <span>{mission}</span> : quantity && quantity > 1 && <span>{number(quantity)}</span>}
								{occurredOn && <span className="muted">{prose(occurredOn)}</span>}
							</li>
						))}
					</Rows>
				)}
			</Section>
			<Section id="nextSteps">
				{(report.nextSteps ?? []).length > 0 ? (
					<Rows>
						{(report.nextSteps ?? []).map(({ id, title, kind, ownerId, dueOn }) => (
							<li key={id}>
								<span className="strong">{title || (kind && term("followUpKind", kind))}</span>
								{ownerId && <span>{personName(ownerId)}</span>}
								{dueOn && <span className="muted">{words.readOnly.due(prose(dueOn))}</span>}
							</li>
						))}
					</Rows>
				) : (
					visit.noFollowUpReason && <p>{words.readOnly.noFollowUp(term("noFollowUpReason", visit.noFollowUpReason))}</p>
				)}
			</Section>
			{visit.addenda.length > 0 && (
				<Card title={words.readOnly.addenda} padded>
					<Rows>
						{visit.addenda.map(({ id, text: said, writtenOn, writtenBy }) => (
							<li key={id}>
								<p className={styles.prose}>{said}</p>
								<span className="muted">{words.readOnly.addendumBy(prose(writtenOn), writtenBy ? personName(writtenBy) : "")}</span>
							</li>
						))}
					</Rows>
				</Card>
			)}
		</>
	);
}
