import { type ReactNode, useState } from "react";
import type { Employer } from "#contract/employers.ts";
import { daysBetween } from "#lib/days.ts";
import { formatNeq, useFormat } from "#lib/format.ts";
import { usePageActions } from "#lib/page-actions.ts";
import { paths } from "#lib/paths.ts";
import { useRecent } from "#lib/recents.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Facts } from "#ui/Facts.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Tag } from "#ui/Tag.tsx";
import { ArchivedBanner } from "./ArchivedBanner.tsx";
import { EmployerDialog } from "./EmployerDialog.tsx";
import { LazyArchiveDialog } from "./LazyArchiveDialog.tsx";
import { portalStateOf } from "./portal-state.ts";
import { text } from "./text.ts";

export type EmployerHeaderProps = { employer: Employer; section?: string | undefined /** After the stage: what is to be watched. */; flags?: ReactNode };

/** The name, where the case stands and what is known: the top of an employer's page. */
export function EmployerHeader({ employer, section, flags }: EmployerHeaderProps) {
	const words = useWords(text);
	const { stageLabel, today } = useReference();
	const may = useMay();
	const [isEditing, setEditing] = useState(false);
	const [isArchiving, setArchiving] = useState(false);
	const canEdit = employer.can.update && may("updateEmployer");
	const canArchive = employer.can.archive && may("archiveEmployer");
	const canVisit = may("createVisit") && !employer.archivedOn;
	useRecent({ to: paths.employer(employer.id), label: employer.name, detail: employer.municipalityName ?? "", icon: "employers" });
	usePageActions({
		title: employer.name,
		actions: [
			...(canVisit ? [{ id: "logVisit", label: words.record.logVisit, icon: "plus", to: paths.newVisit(employer.id) }] : []),
			...(canEdit ? [{ id: "edit", label: words.form.edit, icon: "edit", run: () => setEditing(true) }] : []),
			...(canArchive ? [{ id: "archive", label: words.archive.open, icon: "lock", run: () => setArchiving(true) }] : []),
		],
	});
	return (
		<>
			<PageTitle
				title={employer.name}
				documentTitle={section && `${section} · ${employer.name}`}
				tags={
					<>
						{employer.stage && employer.stageEnteredOn ? (
							<Tag>
								{stageLabel(employer.stage)} · {words.record.days(daysBetween(employer.stageEnteredOn, today))}
							</Tag>
						) : (
							<Tag tone="neutral">{words.noCase}</Tag>
						)}
						{flags}
					</>
				}
				actions={
					<>
						{canEdit && <Button onClick={() => setEditing(true)}>{words.form.edit}</Button>}
						{canArchive && (
							<Button variant="quiet" onClick={() => setArchiving(true)}>
								{words.archive.open}
							</Button>
						)}
						{canVisit && (
							<LinkButton to={paths.newVisit(employer.id)} variant="primary">
								{words.record.logVisit}
							</LinkButton>
						)}
					</>
				}
			/>
			<ArchivedBanner employer={employer} />
			<EmployerFacts employer={employer} />
			{isArchiving && <LazyArchiveDialog employer={employer} onClose={() => setArchiving(false)} />}
			{isEditing && <EmployerDialog employer={employer} onClose={() => setEditing(false)} />}
		</>
	);
}

function EmployerFacts({ employer }: { employer: Employer }) {
	const words = useWords(text).record;
	const { sectorLabel, mrcName, personName, today } = useReference();
	const { plural, prose } = useFormat();
	const unknown = <span className="muted">{words.unknown}</span>;
	const state = portalStateOf(employer, today);
	const portal = {
		none: words.portalNone,
		neverUsed: words.portalNeverUsed(prose(employer.portalAccountOn ?? today)),
		active: words.portalActive(plural(employer.portalUses, words.uses.one, words.uses.other)),
		dormant: words.portalDormant(prose(employer.portalLastUseOn ?? today)),
	}[state];
	// The label already names the Journées Québec; the year and the country are what is read.
	const mission = employer.lastMission?.replace(`${words.missions} `, "");
	return (
		<Facts
			items={[
				{ label: words.neq, value: employer.neq ? formatNeq(employer.neq) : unknown, strong: true },
				{ label: words.sector, value: employer.sectorCode ? sectorLabel(employer.sectorCode) : unknown, strong: true },
				{ label: words.size, value: employer.employeeCount === null ? unknown : plural(employer.employeeCount, words.employees.one, words.employees.other) },
				{
					label: words.establishment,
					value: employer.municipalityName ? `${employer.municipalityName} · ${employer.mrcCode ? mrcName(employer.mrcCode) : ""}` : unknown,
				},
				{ label: words.advisor, value: employer.advisorId ? personName(employer.advisorId) : unknown },
				{ label: words.portal, value: portal },
				{ label: words.missions, value: mission ? words.missionLast(mission, employer.missionsJoined - 1) : words.missionNone },
			]}
		/>
	);
}
