import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useFormat } from "#lib/format.ts";
import type { useListState } from "#lib/list-state.ts";
import { useReference } from "#lib/reference.ts";
import { useMay, useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Chip, ChipButton } from "#ui/Chip.tsx";
import { LazyMenu } from "#ui/lazy-aria.tsx";
import type { MenuEntry } from "#ui/Menu.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import { facetsQuery } from "./queries.ts";
import styles from "./SupportCasesPage.module.css";
import { text } from "./text.ts";
import { useConditionWording } from "./use-condition-wording.ts";
import { useTyped } from "./use-typed.ts";

type CasesBarProps = { list: ReturnType<typeof useListState>; isList: boolean };

/** Filters that have a place of their own in the bar; the others come with a link and are shown as they are. */
const ownFields = ["advisorId", "mrcCode", "sleeping", "paused"];

/** Search and filters, shared by the board and the list. */
export function CasesBar({ list, isList }: CasesBarProps) {
	const words = useWords(text);
	const { number } = useFormat();
	const { mrcs, mrcName, counsellors, personName } = useReference();
	const { person } = useSession();
	const wording = useConditionWording();
	const { typed, onType } = useTyped(list.q, list.setQ);
	const mayCount = useMay()("countSupportCases");
	const { data: facets } = useQuery({ ...facetsQuery(list), enabled: mayCount, placeholderData: keepPreviousData });
	const fields = isList ? [...ownFields, "open"] : ownFields;
	const counted = (field: string, value: string) => facets?.[field]?.find((item) => (item.value ?? "") === value)?.count ?? 0;
	const withCount = (label: string, field: string, value: string) => (facets ? `${label} (${number(counted(field, value))})` : label);

	const menuOf = (field: string, all: string, values: { value: string; label: string }[]) => {
		const chosen = list.chosen(field);
		const items: MenuEntry[] = [
			{ id: "all", label: all, selected: chosen.length === 0, onAction: () => list.choose(field, []) },
			...values.map(
				({ value, label }, index): MenuEntry => ({
					id: value || "none",
					label: withCount(label, field, value),
					selected: chosen.includes(value),
					onAction: () => list.choose(field, [value]),
					separated: index === 0,
				}),
			),
		];
		const labels = chosen.map((value) => values.find((item) => item.value === value)?.label ?? (field === "mrcCode" ? mrcName(value) : personName(value)));
		return { items, shown: labels.length === 0 ? all : labels.join(words.or) };
	};
	// One's own cases are the first choice; someone who left still has theirs.
	const people = [
		...counsellors.filter(({ id }) => id === person.id),
		...counsellors.filter(({ id }) => id !== person.id && (!facets || counted("advisorId", id) > 0)),
	];
	const advisor = menuOf("advisorId", words.allPeople, [
		...people.map(({ id, name }) => ({ value: id, label: id === person.id ? words.mine : name })),
		{ value: "", label: words.nobody },
	]);
	const mrc = menuOf("mrcCode", words.allMrcs, [
		...mrcs.map(({ code, name }) => ({ value: code, label: name })),
		...(counted("mrcCode", "") > 0 ? [{ value: "", label: words.noMrc }] : []),
	]);
	const toggle = (field: string, label: string) => {
		const isOn = list.chosen(field).includes("true");
		return (
			<ChipButton pressed={isOn} onClick={() => list.choose(field, isOn ? [] : ["true"])}>
				{label}
				<span className={styles.figure}>{facets ? number(counted(field, "true")) : ""}</span>
			</ChipButton>
		);
	};
	const others = list.conditions.flatMap((condition, index) =>
		wording.fieldsOf(condition).every((field) => fields.includes(field)) ? [] : [{ condition, index }],
	);
	return (
		<search className={styles.bar}>
			<div className={styles.search}>
				<TextInput
					type="search"
					icon="search"
					value={typed}
					onChange={(event) => onType(event.target.value)}
					placeholder={words.search}
					aria-label={words.searchShort}
					spellCheck={false}
				/>
			</div>
			<div className={styles.filters}>
				<LazyMenu
					look="chip"
					label={
						<>
							{words.advisor}
							{words.colon}
							<b>{advisor.shown}</b>
						</>
					}
					items={advisor.items}
				/>
				<LazyMenu
					look="chip"
					label={
						<>
							{words.mrc}
							{words.colon}
							<b>{mrc.shown}</b>
						</>
					}
					items={mrc.items}
				/>
				{toggle("sleeping", words.sleeping)}
				{toggle("paused", words.paused)}
				{isList && toggle("open", words.openOnly)}
			</div>
			{others.length > 0 && (
				<ul className={styles.chips} aria-label={words.inForce}>
					{others.map(({ condition, index }) => {
						const { name, value } = wording.describe(condition);
						return (
							<li key={`${name}${value}`}>
								<Chip name={name} onRemove={() => list.remove(index)}>
									{name}
									{words.colon}
									<b>{value}</b>
								</Chip>
							</li>
						);
					})}
				</ul>
			)}
			{(list.q || list.filter) && (
				<Button variant="quiet" size="small" onClick={list.clear}>
					{words.clear}
				</Button>
			)}
		</search>
	);
}
