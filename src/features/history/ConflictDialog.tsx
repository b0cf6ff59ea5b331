import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { OperationId } from "#contract/endpoints.ts";
import { type Choices, type Conflict, useConflict } from "#lib/conflict.ts";
import type { Clash } from "#lib/merge.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Dialog } from "#ui/Dialog.tsx";
import { DialogButtons } from "#ui/DialogButtons.tsx";
import { Field } from "#ui/Field.tsx";
import styles from "./ConflictDialog.module.css";
import { conflictHistoryOf } from "./conflict-history.ts";
import { historyQuery } from "./history-query.ts";
import { text } from "./text.ts";
import { type FieldWords, useFieldWords } from "./use-field-words.ts";

/** Who wrote what stands now, field by field: the journal knows. */
function useAuthors({ operation, current }: Conflict): (field: string) => string | null {
	const may = useMay();
	const known = conflictHistoryOf[operation as OperationId]?.(current);
	const [root, id] = known?.root ?? (["employer", ""] as const);
	const { data } = useInfiniteQuery({ ...historyQuery(root, id), staleTime: 0, enabled: known !== undefined && may("listHistory") });
	const revisions = data?.pages.flatMap(({ items }) => items) ?? [];
	return (field) =>
		revisions.find(({ entityId, changes }) => entityId === known?.entityId && changes.some((change) => change.field === field))?.actorName ?? null;
}

/** The question in force, asked once for the whole application. */
export function ConflictDialog() {
	const conflict = useConflict((state) => state.conflict);
	return conflict && <OneConflict key={`${String(conflict.current.id)}.${conflict.current.version}`} conflict={conflict} />;
}

function OneConflict({ conflict }: { conflict: Conflict }) {
	const words = useWords(text).conflict;
	const authorOf = useAuthors(conflict);
	const { clashes, settle } = conflict;
	const fieldWords = useFieldWords(
		clashes
			.filter(({ field }) => field === "occupationCode")
			.flatMap(({ base, mine, theirs }) => [base, mine, theirs].filter((code) => typeof code === "string")),
	);
	const [choices, setChoices] = useState<Choices>({});
	const isSettled = clashes.every(({ field }) => choices[field]);
	return (
		<Dialog
			title={words.title}
			onClose={() => settle(null)}
			onSubmit={() => isSettled && settle(choices)}
			keepOnBackdrop
			size="large"
			footer={<DialogButtons cancel={words.cancel} onCancel={() => settle(null)} submit={words.send} disabledReason={isSettled ? null : words.choose} />}
		>
			<div className={styles.stack}>
				<p className={styles.intro}>{words.intro}</p>
				{clashes.map((clash) => (
					<ClashRow
						key={clash.field}
						clash={clash}
						author={authorOf(clash.field)}
						fieldWords={fieldWords}
						choice={choices[clash.field]}
						onChoose={(choice) => setChoices((current) => ({ ...current, [clash.field]: choice }))}
					/>
				))}
			</div>
		</Dialog>
	);
}

type ClashRowProps = {
	clash: Clash;
	author: string | null;
	fieldWords: FieldWords;
	choice: "mine" | "theirs" | undefined;
	onChoose: (choice: "mine" | "theirs") => void;
};

function ClashRow({ clash, author, fieldWords, choice, onChoose }: ClashRowProps) {
	const words = useWords(text).conflict;
	const { field } = clash;
	const options = [
		{ value: "mine", label: words.mine },
		{ value: "theirs", label: author ? words.theirsOf(author) : words.theirs },
	] as const;
	return (
		<Field label={fieldWords.label(field)} help={words.base(fieldWords.value(field, clash.base))} group="radiogroup" required>
			<div className={styles.options}>
				{options.map(({ value, label }) => (
					<label key={value} className={styles.option}>
						<input type="radio" name={field} value={value} checked={choice === value} onChange={() => onChoose(value)} />
						<span className={styles.words}>
							<span className={styles.whose}>{label}</span> <strong>{fieldWords.value(field, clash[value])}</strong>
						</span>
					</label>
				))}
			</div>
		</Field>
	);
}
