import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import type { EmployerBrief } from "#contract/employer-brief.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { formatNeq, formatPhone, useFormat } from "#lib/format.ts";
import { usePageActions } from "#lib/page-actions.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useDestinationName } from "#lib/use-destination-name.ts";
import { useWords } from "#lib/words.ts";
import { Breadcrumb } from "#ui/Breadcrumb.tsx";
import { Button } from "#ui/Button.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import styles from "./BriefPage.module.css";
import { BriefSection } from "./BriefSection.tsx";
import { BriefSteps } from "./BriefSteps.tsx";
import { briefQuery } from "./brief-query.ts";
import { KnownFacts } from "./KnownFacts.tsx";
import { text } from "./text.ts";

/** One page before a visit: on paper, or on the telephone in the parking lot. */
export function BriefPage() {
	const words = useWords(text);
	const { id = "" } = useParams();
	const { data, error, refetch } = useQuery(briefQuery(id));
	if (data) return <Brief brief={data} />;
	return (
		<>
			<PageTitle title={words.kicker} />
			{error ? <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} /> : <Skeleton />}
		</>
	);
}

function Brief({ brief }: { brief: EmployerBrief }) {
	const words = useWords(text);
	const may = useMay();
	const { employer, planned, visits, needs, signals, referrals } = brief;
	const { term, stageLabel, sectorLabel, personName } = useReference();
	const { prose, short, list, plural, money } = useFormat();
	usePageActions({
		title: words.title(employer.name),
		actions: [
			{ id: "print", label: words.print, icon: "print", run: () => window.print() },
			{ id: "open", label: words.open, icon: "employers", to: paths.employer(employer.id) },
		],
	});
	const destination = useDestinationName();
	const met = new Set(visits[0]?.contactIds);
	const site = employer.establishments[0];
	const facts = [
		employer.neq && formatNeq(employer.neq),
		employer.sectorCode && sectorLabel(employer.sectorCode),
		employer.employeeCount !== null && plural(employer.employeeCount, words.employees.one, words.employees.other),
		employer.stage && employer.stageEnteredOn ? words.stageSince(stageLabel(employer.stage), prose(employer.stageEnteredOn)) : words.noCase,
		employer.advisorId && words.inCharge(personName(employer.advisorId)),
	].filter(Boolean);
	return (
		<div className={styles.brief}>
			<Breadcrumb
				items={[{ label: words.employers, to: paths.employers() }, { label: employer.name, to: paths.employer(employer.id) }, { label: words.kicker }]}
			/>
			<PageTitle
				title={employer.name}
				documentTitle={words.title(employer.name)}
				sub={planned ? words.planned(term("visitMode", planned.mode), prose(planned.occurredOn), list(planned.advisers)) : words.notPlanned}
				actions={
					<>
						<Button variant="quiet" icon="print" onClick={() => window.print()}>
							{words.print}
						</Button>
						<LinkButton to={paths.employer(employer.id)} variant="quiet" icon="employers">
							{words.open}
						</LinkButton>
						{may("createVisit") && !employer.archivedOn && (
							<LinkButton to={planned ? paths.visit(planned.id) : paths.newVisit(employer.id)} variant="primary">
								{words.log}
							</LinkButton>
						)}
					</>
				}
			/>
			<p className={styles.facts}>
				{facts.join(" · ")}
				{site && (
					<>
						<br />
						{[site.address, site.municipalityName, site.postalCode].filter(Boolean).join(", ")}
						{employer.phone && (
							<>
								{" · "}
								<a href={`tel:${employer.phone}`}>{formatPhone(employer.phone)}</a>
							</>
						)}
					</>
				)}
			</p>
			<div className={styles.sections}>
				<BriefSection title={words.contacts.title} none={words.contacts.none}>
					{employer.contacts.map(({ id, name, jobTitle, phone, phoneExtension, email }) => (
						<li key={id}>
							<b>{name}</b>
							{jobTitle && `, ${jobTitle}`}
							{met.has(id) && <span className="muted"> ({words.contacts.met})</span>}
							<span className={styles.reach}>
								{phone && (
									<a href={`tel:${phone}${phoneExtension ? `;ext=${phoneExtension}` : ""}`}>
										{formatPhone(phone)}
										{phoneExtension && `, ${words.contacts.extension(phoneExtension)}`}
									</a>
								)}
								{email && <a href={`mailto:${email}`}>{email}</a>}
							</span>
						</li>
					))}
				</BriefSection>
				<BriefSteps followUps={brief.followUps} today={brief.today} />
				<BriefSection title={words.visits.title} none={words.visits.none} wide>
					{visits.map(({ id, occurredOn, mode, headline, summary, advisers }) => (
						<li key={id}>
							<Link to={paths.visit(id)}>{headline || term("visitMode", mode)}</Link>{" "}
							<span className="muted">{words.visits.by(`${short(occurredOn)}, ${term("visitMode", mode).toLowerCase()}`, list(advisers))}</span>
							{summary && <p className={styles.summary}>{summary}</p>}
						</li>
					))}
				</BriefSection>
				<BriefSection title={words.needs.title} none={words.needs.none}>
					{needs.map(({ id, occupationLabel, openPosts, startOn, hourlyWageCents }) => (
						<li key={id}>
							<b>{plural(openPosts, words.needs.posts.one, words.needs.posts.other)}</b> {occupationLabel}
							<span className="muted">
								{startOn && ` · ${words.needs.from(short(startOn))}`}
								{hourlyWageCents !== null && ` · ${words.needs.hourly(money(hourlyWageCents))}`}
							</span>
						</li>
					))}
				</BriefSection>
				<BriefSection title={words.signals.title} none={words.signals.none}>
					{[
						...signals.map(({ id, code, level, note, raisedOn, raisedBy }) => (
							<li key={id}>
								<b>{term("signal", code)}</b> <span className="muted">({words.signals.levels[level]})</span> {note}{" "}
								<span className="muted">{[short(raisedOn), raisedBy && personName(raisedBy)].filter(Boolean).join(", ")}</span>
							</li>
						)),
						...referrals.map(({ id, reason, contactName, replyExpectedOn, unanswered, ...to }) => (
							<li key={id}>
								<b>{words.signals.referral(destination(to))}</b> {[term("referralReason", reason), contactName].filter(Boolean).join(", ")}{" "}
								<span className="muted">{(unanswered ? words.signals.late : words.signals.reply)(short(replyExpectedOn))}</span>
							</li>
						)),
					]}
				</BriefSection>
				<KnownFacts known={brief.known} />
			</div>
		</div>
	);
}
