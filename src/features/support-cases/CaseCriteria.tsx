import { Link } from "react-router";
import type { CaseCriterion, SupportCase } from "#contract/support-cases.ts";
import { formatNeq, useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Icon } from "#ui/Icon.tsx";
import styles from "./CaseCriteria.module.css";
import { text } from "./text.ts";

/** What is asked to go on, with what shows it or that it lacks; then what was shown on the way here (domain §2.2). */
export function CaseCriteria({ record }: { record: SupportCase }) {
	const words = useWords(text).criteria;
	const { stages, stageLabel } = useReference();
	const here = stages.findIndex(({ code }) => code === record.stage);
	const next = record.closedOn === null ? stages[here + 1] : undefined;
	const isNext = ({ kind, stage }: CaseCriterion) => (kind === "exit" ? stage === record.stage : stage === next?.code);
	const asked = next ? record.criteria.filter(isNext) : [];
	const shown = record.criteria.filter((criterion) => criterion.proof && !asked.includes(criterion));
	const missing = asked.filter(({ proof }) => !proof).length;
	const isLast = next?.code === stages.at(-1)?.code;
	return (
		<>
			{next && asked.length > 0 && (
				<section className={styles.part}>
					<h3>{isLast ? words.toEnd : words.toGoOn(stageLabel(next.code))}</h3>
					<p className="muted">{missing === 0 ? words.allShown : words.missing(missing)}</p>
					<CriterionList record={record} criteria={asked} />
				</section>
			)}
			{shown.length > 0 && (
				<section className={styles.part}>
					<h3>{words.shown}</h3>
					<CriterionList record={record} criteria={shown.toReversed()} />
				</section>
			)}
		</>
	);
}

function CriterionList({ record, criteria }: { record: SupportCase; criteria: CaseCriterion[] }) {
	const words = useWords(text).criteria;
	const { criterionLabel } = useReference();
	return (
		<ul className={styles.list}>
			{criteria.map(({ code, proof }) => (
				<li key={code} className={proof ? styles.met : styles.lacking}>
					<Icon name={proof ? "check" : "clock"} size={16} />
					<div>
						<div className={styles.label}>{criterionLabel(code)}</div>
						{proof ? <ProofLine record={record} proof={proof} /> : <div className="muted">{words.lacking}</div>}
					</div>
				</li>
			))}
		</ul>
	);
}

function ProofLine({ record, proof }: { record: SupportCase; proof: NonNullable<CaseCriterion["proof"]> }) {
	const words = useWords(text).criteria;
	const { prose } = useFormat();
	const { personName } = useReference();
	const { by, recordId, on, personId, note } = proof;
	const day = on ? prose(on) : "";
	const person = personId ? personName(personId) : "";
	const said = {
		visit: () => <Link to={paths.visit(recordId ?? "")}>{words.by.visit(day)}</Link>,
		employer: () => <Link to={paths.employer(record.employerId)}>{words.by.employer(formatNeq(note ?? ""))}</Link>,
		labourNeed: () => <Link to={paths.employer(record.employerId, "besoins")}>{words.by.labourNeed(day)}</Link>,
		toolUse: () => <Link to={paths.employer(record.employerId, "outils")}>{words.by.toolUse(day)}</Link>,
		followUp: () => words.by.followUp(note ?? "", day),
		immigrationLine: () => words.by.offered(day),
		referral: () => words.by.offered(day),
		evidence: () => words.by.evidence(note ?? "", day),
	}[by]();
	return (
		<div className={styles.proof}>
			{said}
			{person && <span className="muted"> · {person}</span>}
		</div>
	);
}
