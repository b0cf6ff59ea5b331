import { useFormat } from "#lib/format.ts";
import type { ListView } from "#lib/list-view.ts";
import { useReference } from "#lib/reference.ts";
import { useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { ChipButton } from "#ui/Chip.tsx";
import { LazyMenu } from "#ui/lazy-aria.tsx";
import type { MenuEntry } from "#ui/Menu.tsx";
import { type Lanes, laneWords } from "./queries.ts";
import styles from "./SupportCasesPage.module.css";
import { text } from "./text.ts";

/** What the board's own choices show: a board has no column of facets beside it. */
export const boardFields = ["advisorId", "mrcCode", "sleeping", "paused"];

type BoardFiltersProps = Pick<ListView<unknown>, "state" | "counts"> & { lanes: Lanes | undefined; onLanes: (word: string | null) => void };

/** Whose cases, of which MRC, and those that sleep or wait. */
export function BoardFilters({ state, counts, lanes, onLanes }: BoardFiltersProps) {
	const words = useWords(text);
	const { number } = useFormat();
	const { mrcs, mrcName, counsellors, personName } = useReference();
	const { person } = useSession();
	const counted = (field: string, value: string) => counts?.[field]?.find((item) => (item.value ?? "") === value)?.count ?? 0;
	const withCount = (label: string, field: string, value: string) => (counts ? `${label} (${number(counted(field, value))})` : label);

	const menuOf = (field: string, all: string, values: { value: string; label: string }[]) => {
		const chosen = state.chosen(field);
		const items: MenuEntry[] = [
			{ id: "all", label: all, selected: chosen.length === 0, onAction: () => state.choose(field, []) },
			...values.map(
				({ value, label }, index): MenuEntry => ({
					id: value || "none",
					label: withCount(label, field, value),
					selected: chosen.includes(value),
					onAction: () => state.choose(field, [value]),
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
		...counsellors.filter(({ id }) => id !== person.id && (!counts || counted("advisorId", id) > 0)),
	];
	const advisor = menuOf("advisorId", words.allPeople, [
		...people.map(({ id, name }) => ({ value: id, label: id === person.id ? words.mine : name })),
		{ value: "", label: words.nobody },
	]);
	const mrc = menuOf("mrcCode", words.allMrcs, [
		...mrcs.map(({ code, name }) => ({ value: code, label: name })),
		...(counted("mrcCode", "") > 0 ? [{ value: "", label: words.missing.mrcCode }] : []),
	]);
	const toggle = (field: string, label: string) => {
		const isOn = state.chosen(field).includes("true");
		return (
			<ChipButton pressed={isOn} onClick={() => state.choose(field, isOn ? [] : ["true"])}>
				{label}
				<span className={styles.figure}>{counts ? number(counted(field, "true")) : ""}</span>
			</ChipButton>
		);
	};
	const menu = (label: string, { items, shown }: ReturnType<typeof menuOf>) => (
		<LazyMenu
			look="chip"
			label={
				<>
					{label}
					{words.colon}
					<b>{shown}</b>
				</>
			}
			items={items}
		/>
	);
	return (
		<div className={styles.filters}>
			{menu(words.lanes.label, {
				shown: lanes ? words.lanes[lanes] : words.lanes.none,
				items: [
					{ id: "none", label: words.lanes.none, selected: !lanes, onAction: () => onLanes(null) },
					...Object.entries(laneWords).map(([word, kind]) => ({ id: word, label: words.lanes[kind], selected: lanes === kind, onAction: () => onLanes(word) })),
				],
			})}
			{menu(words.columns.advisor, advisor)}
			{menu(words.mrc, mrc)}
			{toggle("sleeping", words.sleeping)}
			{toggle("paused", words.paused)}
		</div>
	);
}
