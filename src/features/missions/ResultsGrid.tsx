import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { Link } from "react-router";
import { resultMeasures } from "#contract/mission-measures.ts";
import { type MissionResults, saveMissionResults } from "#contract/mission-results.ts";
import type { Mission } from "#contract/missions.ts";
import { useApiMutation } from "#lib/api.ts";
import { forgetDraft, keepDraft, readDraft } from "#lib/drafts.ts";
import { problemsOfError } from "#lib/form-problems.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { DateInput } from "#ui/DateInput.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { Field } from "#ui/Field.tsx";
import { EditableGrid } from "#ui/grid/EditableGrid.tsx";
import type { CellEdit, GridEdits } from "#ui/grid/editable-cells.ts";
import { useGridEdits } from "#ui/grid/use-grid-edits.ts";
import { Problems } from "#ui/Problems.tsx";
import { Tag } from "#ui/Tag.tsx";
import styles from "./Missions.module.css";
import { resultsQuery, touchedByRegistration } from "./queries.ts";
import { cellsOf, countOf, type Faults, faultsOfAnswer, noteShown, type Shown, shownAfter, shownValues, withoutSent } from "./results-form.ts";
import { text } from "./text.ts";

type Kept = { edits: GridEdits; shown: Shown; knownOn: string };

/** What each employer says came of the mission, typed or pasted as in a spreadsheet. What is not saved stays on the device. */
export function ResultsGrid({ mission, results }: { mission: Mission; results: MissionResults }) {
	const words = useWords(text).results;
	const { plural } = useFormat();
	const { today } = useReference();
	const draftName = `mission-results.${mission.id}`;
	const [kept] = useState(() => readDraft<Kept>(draftName));
	const client = useQueryClient();
	const { edits, change, undo, clear, keep } = useGridEdits(kept?.edits);
	const [shown, setShown] = useState<Shown>(kept?.shown ?? {});
	const [knownOn, setKnownOn] = useState(kept?.knownOn ?? results.asOf);
	const [refused, setRefused] = useState<Faults>({});
	const [others, setOthers] = useState<string[]>([]);
	const pardon = () => {
		setRefused({});
		setOthers([]);
	};
	const { cells, faults: typing } = useMemo(() => cellsOf(results, edits, shown, (fault) => words.fault[fault]), [results, edits, shown, words]);
	const faults = useMemo(() => {
		const all: Faults = { ...refused };
		for (const [row, own] of Object.entries(typing)) all[row] = { ...all[row], ...own };
		return all;
	}, [typing, refused]);
	const isDirty = cells.length + countOf(typing) > 0;
	useEffect(() => {
		if (isDirty) keepDraft(draftName, { edits, shown, knownOn } satisfies Kept);
		else forgetDraft(draftName);
	}, [isDirty, draftName, edits, shown, knownOn]);
	// Another day is looked at: what is typed there is known on that day.
	const [lookedAt, setLookedAt] = useState(results.asOf);
	if (lookedAt !== results.asOf) {
		setLookedAt(results.asOf);
		pardon();
		if (!isDirty) setKnownOn(results.asOf);
	}
	const save = useApiMutation(saveMissionResults, {
		invalidates: touchedByRegistration,
		onSuccess: (_results, { body }) => {
			keep((typed) => withoutSent(typed, body.cells));
			setShown((before) => shownAfter(before, body.cells));
			pardon();
			addToast({ text: plural(body.cells.length, words.saved.one, words.saved.other) });
		},
		onError: (error, sent) => {
			const answer = faultsOfAnswer(sent.body.cells, problemsOfError(error));
			setRefused(answer.faults);
			setOthers(answer.others);
			if (answer.changed.length > 0)
				void client.fetchQuery({ ...resultsQuery(mission.id, results.asOf), staleTime: 0 }).then(
					(now) => setShown((before) => noteShown(before, now, answer.changed)),
					() => undefined,
				);
		},
	});
	const edit = (changes: readonly CellEdit[]) => {
		const first = changes.filter(({ row, column }) => edits[row]?.[column] === undefined);
		setShown((before) => noteShown(before, results, first));
		change(changes);
		// A cell that is typed again is judged again.
		setRefused((before) => {
			const touched = changes.filter(({ row, column }) => before[row]?.[column] !== undefined);
			if (touched.length === 0) return before;
			const next = { ...before };
			for (const { row, column } of touched) {
				const { [column]: _judged, ...rest } = next[row] ?? {};
				next[row] = rest;
			}
			return next;
		});
	};
	const columns = useMemo(() => resultMeasures.map((id) => ({ id, label: words.counts[id] })), [words]);
	const rows = useMemo(
		() =>
			results.items.map((row) => ({
				id: row.registrationId,
				label: row.employerName,
				head: (
					<>
						<Link to={paths.employer(row.employerId, "outils")}>{row.employerName}</Link>
						{row.flags.length > 0 && (
							<>
								{" "}
								<Tag tone="amber" icon="warning">
									{words.flag}
								</Tag>
							</>
						)}
					</>
				),
				values: shownValues(row),
				isReadOnly: !row.can.update,
			})),
		[results, words],
	);
	if (rows.length === 0) return <EmptyState icon="missions" title={words.nothing.title} text={words.nothing.text} />;
	const wrong = countOf(faults);
	// What the API refused may have been mended elsewhere: only what is no count holds the grid.
	const holding = countOf(typing);
	return (
		<Card title={words.grid}>
			<div className={styles.stack}>
				<div className={styles.bar} style={{ padding: "var(--s3) var(--s4) 0" }}>
					<p className={styles.intro}>{words.gridHelp}</p>
				</div>
				<Problems sentences={others} />
				<EditableGrid
					caption={words.grid}
					corner={words.employer}
					columns={columns}
					rows={rows}
					edits={edits}
					onEdit={edit}
					onUndo={() => {
						undo();
						pardon();
					}}
					faults={faults}
					onLeftOut={(count) => addToast({ tone: "error", text: plural(count, words.leftOut.one, words.leftOut.other) })}
				/>
				<div className={styles.bar} style={{ padding: "0 var(--s4) var(--s4)" }}>
					<Field label={words.knownOn} help={words.knownOnHelp}>
						<DateInput
							value={knownOn}
							max={today}
							onChange={(event) => {
								setKnownOn(event.target.value);
								pardon();
							}}
						/>
					</Field>
					<span role="status">
						{wrong > 0 ? plural(wrong, words.faults.one, words.faults.other) : cells.length > 0 && plural(cells.length, words.unsaved.one, words.unsaved.other)}
					</span>
					<div className={`${styles.actions} ${styles.end}`}>
						{isDirty && (
							<Button
								variant="quiet"
								onClick={() => {
									clear();
									pardon();
								}}
							>
								{words.drop}
							</Button>
						)}
						<Button
							variant="primary"
							busy={save.isPending}
							disabledReason={holding > 0 ? plural(holding, words.faults.one, words.faults.other) : null}
							onClick={() => cells.length > 0 && save.mutate({ params: { id: mission.id }, body: { knownOn, shownOn: results.asOf, cells } })}
						>
							{words.save}
						</Button>
					</div>
				</div>
			</div>
		</Card>
	);
}
