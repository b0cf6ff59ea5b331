import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { Controller, FormProvider, useForm } from "react-hook-form";
import { useNavigate, useSearchParams } from "react-router";
import { createImmigrationGroup, immigrationGroup } from "#contract/immigration-lines.ts";
import { useApiMutation } from "#lib/api.ts";
import { forgetDraft, keepDraft, readDraft } from "#lib/drafts.ts";
import { useEmployerChoices } from "#lib/employer-choices.ts";
import { type FieldProblem, problemsOf, problemsOfError, showProblems } from "#lib/form-problems.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Breadcrumb } from "#ui/Breadcrumb.tsx";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import type { ComboboxItem } from "#ui/ComboboxList.tsx";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { EditableGrid } from "#ui/grid/EditableGrid.tsx";
import type { CellEdit, GridEdits } from "#ui/grid/editable-cells.ts";
import { useGridEdits } from "#ui/grid/use-grid-edits.ts";
import { LazyCombobox } from "#ui/lazy-aria.tsx";
import { NumberInput } from "#ui/NumberInput.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Problems } from "#ui/Problems.tsx";
import { Tag } from "#ui/Tag.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import { cellFaults, columnsOf, type Faults, type GroupValues, groupBody } from "./group-form.ts";
import { groupText } from "./group-text.ts";
import styles from "./Immigration.module.css";
import { groupEmployerQuery, touchedByLine } from "./lines-source.ts";
import { text } from "./text.ts";
import { LinkFields, WhichFields } from "./WhichFields.tsx";

const most = 100;
/** Each row keeps its id: what is sent again after a lost answer is written once. */
const newIds = () => Array.from({ length: most }, () => crypto.randomUUID());
type Kept = { values: GroupValues; employer: ComboboxItem | null; edits: GridEdits; ids: string[] };

const countOf = (faults: Faults) => Object.values(faults).reduce((sum, cells) => sum + Object.keys(cells).length, 0);

/** Many persons hired at once: what they share, then a grid of labels and days. What is not saved stays on the device. */
export function GroupPage() {
	const words = useWords(groupText);
	const all = useWords(text);
	const navigate = useNavigate();
	const { number, plural } = useFormat();
	const { today, term } = useReference();
	const [search] = useSearchParams();
	const givenId = search.get("employeur");
	const { data: given } = useQuery({ ...groupEmployerQuery(givenId ?? ""), enabled: givenId !== null });
	// Begun on the record of an employer, it is a draft of its own: that of another waits where it was begun.
	const draftName = given ? `immigration-group.${given.id}` : "immigration-group";
	const [kept] = useState(() => readDraft<Kept>(draftName));
	const [ids] = useState(() => kept?.ids ?? newIds());
	const [employer, setEmployer] = useState(kept?.employer ?? (given ? { id: given.id, label: given.name } : null));
	const box = useEmployerChoices(employer);
	const form = useForm<GroupValues>({
		defaultValues: kept?.values ?? {
			...{ employerId: given?.id ?? "", path: "tfwp", stream: "", country: "", occupationCode: "", labourNeedId: "", missionId: "" },
			...{ people: 5, hiredOn: today, prefix: words.defaultPrefix },
		},
	});
	const { errors } = form.formState;
	const values = form.watch();
	const { edits, change, undo } = useGridEdits(kept?.edits);
	const [refused, setRefused] = useState<Faults>({});
	const [others, setOthers] = useState<string[]>([]);
	const people = Math.min(Math.max(Math.trunc(values.people || 0), 0), most);
	const land = values.country ? term("missionCountry", values.country) : "";
	const { prefix, hiredOn, path } = values;
	const rows = useMemo(
		() =>
			ids.slice(0, people).map((id, index) => ({
				id,
				label: words.rank(number(index + 1)),
				values: { label: words.labelOf(prefix.trim() || words.defaultPrefix, number(index + 1), land), hiredOn },
			})),
		[ids, people, prefix, hiredOn, land, words, number],
	);
	const columns = useMemo(
		() =>
			columnsOf(path).map((id) => ({
				id,
				label: id === "label" ? words.label : id === "permitExpiresOn" ? all.form.permitExpiresOn : all.steps[id],
				inputMode: id === "label" ? ("text" as const) : ("numeric" as const),
			})),
		[path, words, all],
	);
	const { body, faults: typing } = useMemo(() => groupBody(values, rows, edits, words), [values, rows, edits, words]);
	const faults = useMemo(() => {
		const both: Faults = { ...refused };
		for (const [row, own] of Object.entries(typing)) both[row] = { ...both[row], ...own };
		return both;
	}, [typing, refused]);
	const [isSaved, setSaved] = useState(false);
	const isTouched = form.formState.isDirty || Object.keys(edits).length > 0 || kept !== null;
	useEffect(() => {
		// Saved, it is no draft any more, though the page stands until the next one has come.
		if (isSaved) forgetDraft(draftName);
		else if (isTouched) keepDraft(draftName, { values, employer, edits, ids } satisfies Kept);
	}, [isSaved, isTouched, draftName, values, employer, edits, ids]);

	const show = (problems: readonly FieldProblem[]) => {
		const inCells = cellFaults(problems, rows);
		setRefused(inCells.faults);
		setOthers(showProblems(form, inCells.others));
		return problems.length > 0;
	};
	const add = useApiMutation(createImmigrationGroup, {
		invalidates: touchedByLine,
		onSuccess: ({ created }) => {
			setSaved(true);
			addToast({ text: plural(created, words.saved.one, words.saved.other) });
			void navigate(
				given && given.id === values.employerId ? paths.employer(given.id, "immigration") : paths.immigration({ filtre: `employerId==${values.employerId}` }),
			);
		},
		onError: (error) => show(problemsOfError(error)),
	});
	const submit = form.handleSubmit(() => {
		if (countOf(typing) === 0 && !show(problemsOf(immigrationGroup, body))) add.mutate({ body, idempotencyKey: ids[0] ?? "" });
	});
	const edit = (changes: readonly CellEdit[]) => {
		change(changes);
		// A cell that is typed again is judged again.
		setRefused((before) => {
			const next = { ...before };
			for (const { row, column } of changes) {
				const { [column]: _judged, ...rest } = next[row] ?? {};
				next[row] = rest;
			}
			return next;
		});
	};
	const wrong = countOf(faults);
	return (
		<FormProvider {...form}>
			<Breadcrumb items={[{ label: words.all, to: paths.immigration() }, { label: words.title }]} />
			<PageTitle title={words.title} />
			<form noValidate onSubmit={submit} className={styles.stack}>
				<p className={styles.intro}>{words.intro}</p>
				<Problems sentences={others} />
				<Card title={words.common} padded>
					<div className={styles.pair}>
						<Field label={all.form.employer} required error={errors.employerId?.message}>
							<LazyCombobox
								{...box}
								onChange={(item) => {
									setEmployer(item);
									form.setValue("employerId", item?.id ?? "", { shouldDirty: true });
									form.setValue("labourNeedId", "");
								}}
								placeholder={all.form.employerHint}
								emptyText={all.form.noEmployer}
								opensOn="input"
							/>
						</Field>
						<WhichFields />
						<LinkFields />
						<Field label={words.people} help={words.peopleHelp} required error={errors.people?.message}>
							<Controller control={form.control} name="people" render={({ field }) => <NumberInput {...field} />} />
						</Field>
						<Field label={words.hiredOn} help={words.hiredOnHelp} required>
							<DateInput {...form.register("hiredOn")} max={today} />
						</Field>
						<Field label={words.prefix} help={words.prefixHelp} required>
							<TextInput {...form.register("prefix")} autoComplete="off" />
						</Field>
					</div>
				</Card>
				<Card title={words.grid}>
					<p className={styles.gridHelp}>{words.gridHelp}</p>
					<EditableGrid
						caption={words.grid}
						corner={words.person}
						columns={columns}
						rows={rows}
						edits={edits}
						onEdit={edit}
						onUndo={undo}
						faults={faults}
						onLeftOut={(count) => addToast({ text: plural(count, words.leftOut.one, words.leftOut.other) })}
					/>
				</Card>
				<div className={styles.foot}>
					{wrong > 0 && (
						<Tag tone="red" icon="warning">
							{plural(wrong, words.faults.one, words.faults.other)}
						</Tag>
					)}
					<Button type="submit" variant="primary" busy={add.isPending}>
						{words.save(plural(people, words.persons.one, words.persons.other))}
					</Button>
				</div>
			</form>
		</FormProvider>
	);
}
