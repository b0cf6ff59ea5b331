import { useQuery } from "@tanstack/react-query";
import { getEmployer } from "#contract/employers.ts";
import type { FieldChange, Revision } from "#contract/journal.ts";
import { apiQuery } from "#lib/api.ts";
import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import styles from "./HistoryPanel.module.css";
import { text } from "./text.ts";
import { type FieldWords, isTold } from "./use-field-words.ts";

type RevisionLineProps = {
	revision: Revision;
	/** « Marie Tremblay », after « une personne à joindre ». */
	partName?: string;
	isPerson: boolean;
	fieldWords: FieldWords;
	/** Why nothing is put back any more, whoever asks. */
	keptReason: string | null;
	onRestoreVersion?: () => void;
	/** Only for the fields it says may be. */
	mayRestore: (change: FieldChange) => boolean;
	onRestoreField: (change: FieldChange) => void;
};

/** One change: who, when, and each field before and after. */
export function RevisionLine({ revision, partName, isPerson, fieldWords, keptReason, onRestoreVersion, mayRestore, onRestoreField }: RevisionLineProps) {
	const words = useWords(text);
	const { moment } = useFormat();
	const things: Record<string, string> = words.things;
	const label = (field: string) => (revision.entity === "document" && field === "title" ? words.documentTitle : fieldWords.label(field));
	const changes = revision.changes.filter(({ field }) => isTold(field, isPerson));
	return (
		<li className={styles.revision}>
			<div className={styles.head}>
				<p className={styles.who}>
					<strong>{revision.actorName ?? words.house}</strong> {/* What was there before Jalon: it took it over, it did not make it. */}
					{words.actions[revision.action === "created" && revision.actorId === null ? "loaded" : revision.action]} {things[revision.entity] ?? revision.entity}
					{partName && ` (${partName})`}
				</p>
				<time className={styles.when} dateTime={revision.recordedAt}>
					{moment(revision.recordedAt)}
				</time>
			</div>
			{changes.length > 0 && (
				<dl className={styles.changes}>
					{changes.map((change) => (
						<div key={change.field} className={styles.change}>
							<dt>{label(change.field)}</dt>
							<dd>
								<Values change={change} action={revision.action} fieldWords={fieldWords} />
								{mayRestore(change) && (
									<Button
										size="small"
										variant="quiet"
										icon="undo"
										onClick={() => onRestoreField(change)}
										aria-label={words.restoreFieldTo(label(change.field), fieldWords.value(change.field, change.before))}
									>
										{words.restoreField}
									</Button>
								)}
							</dd>
						</div>
					))}
				</dl>
			)}
			{onRestoreVersion && (
				<Button size="small" className={styles.restore} disabledReason={keptReason} onClick={onRestoreVersion}>
					{words.restoreVersion}
				</Button>
			)}
		</li>
	);
}

function Values({ change: { field, before, after }, action, fieldWords }: { change: FieldChange; action: Revision["action"]; fieldWords: FieldWords }) {
	const words = useWords(text);
	const shown = (value: unknown) =>
		field === "employerId" && typeof value === "string" ? <EmployerName id={value} /> : <span className={styles.value}>{fieldWords.value(field, value)}</span>;
	if (action === "created") return shown(after);
	if (action === "removed") return <s className="muted">{shown(before)}</s>;
	return (
		<>
			<span className="visually-hidden">{words.before} </span>
			<s className="muted">{shown(before)}</s> <span aria-hidden="true">→</span> <span className="visually-hidden">{words.after} </span>
			{shown(after)}
		</>
	);
}

function EmployerName({ id }: { id: string }) {
	const { data } = useQuery(apiQuery(getEmployer, { params: { id } }));
	return <span className={styles.value}>{data?.name ?? "…"}</span>;
}
