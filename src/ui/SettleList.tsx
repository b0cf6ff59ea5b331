import { useFormat } from "#lib/format.ts";
import { useWords } from "#lib/words.ts";
import { Field } from "./Field.tsx";
import { Select, type SelectOption } from "./Select.tsx";
import styles from "./SettleList.module.css";
import { text } from "./text.ts";

/** What one chooses for each: nothing yet, done, given up (and why), or given to somebody. */
export type Settling = { becomes: "" | "done" | "cancelled" | "given"; cancelReason: string; ownerId: string };
export const unsettled: Settling = { becomes: "", cancelReason: "", ownerId: "" };
export const isSettled = ({ becomes, ownerId }: Settling): boolean => becomes !== "" && (becomes !== "given" || ownerId !== "");

export type SettleItem = { id: string; title: string; detail: string };
export type SettleListProps = {
	label: string;
	items: readonly SettleItem[];
	values: Readonly<Record<string, Settling>>;
	onChange: (values: Record<string, Settling>) => void;
	cancelReasons: readonly SelectOption[];
	/** To whom one may be given; nobody where nothing may stay to be done. */
	people?: readonly SelectOption[];
	/** Once asked to go on: what is not chosen says so. */
	isChecked: boolean;
};

const choiceOf = ({ becomes, cancelReason }: Settling) => (becomes === "cancelled" ? `cancelled:${cancelReason}` : becomes);
const settlingOf = (choice: string, ownerId: string): Settling => {
	const [becomes = "", cancelReason = ""] = choice.split(":");
	return { becomes: becomes as Settling["becomes"], cancelReason, ownerId };
};

/** What is still to be done, and what becomes of each, one by one or all at once. */
export function SettleList({ label, items, values, onChange, cancelReasons, people = [], isChecked }: SettleListProps) {
	const words = useWords(text).settle;
	const { number } = useFormat();
	const of = (id: string) => values[id] ?? unsettled;
	const all = Object.fromEntries(items.map(({ id }) => [id, of(id)]));
	const common = items.every(({ id }) => choiceOf(of(id)) === choiceOf(of(items[0]?.id ?? ""))) ? of(items[0]?.id ?? "") : unsettled;
	const options = (
		<>
			<option value="done">{words.done}</option>
			<optgroup label={words.cancelled}>
				{cancelReasons.map((reason) => (
					<option key={reason.value} value={`cancelled:${reason.value}`}>
						{reason.label}
					</option>
				))}
			</optgroup>
			{people.length > 0 && <option value="given">{words.given}</option>}
		</>
	);
	const boxes = (settling: Settling, name: string, set: (next: Settling) => void, isWrong: boolean) => (
		<div className={styles.boxes}>
			<Field label={words.becomes(name)} hideLabel error={isWrong && settling.becomes === "" ? words.missing : undefined}>
				<Select value={choiceOf(settling)} placeholder={words.choose} onChange={(event) => set(settlingOf(event.target.value, settling.ownerId))}>
					{options}
				</Select>
			</Field>
			{settling.becomes === "given" && (
				<Field label={words.giveTo(name)} hideLabel error={isWrong && settling.ownerId === "" ? words.missing : undefined}>
					<Select value={settling.ownerId} placeholder={words.whom} options={people} onChange={(event) => set({ ...settling, ownerId: event.target.value })} />
				</Field>
			)}
		</div>
	);
	return (
		<fieldset className={styles.list}>
			<legend className={styles.legend}>
				{label} <span className="muted">({number(items.length)})</span>
			</legend>
			{items.length > 1 && (
				<div className={styles.all}>
					<span>{words.all}</span>
					{boxes(common, words.allOfThem, (next) => onChange(Object.fromEntries(items.map(({ id }) => [id, next]))), false)}
				</div>
			)}
			{items.map(({ id, title, detail }) => (
				<div key={id} className={styles.item}>
					<div>
						<div className={styles.title}>{title}</div>
						<div className="muted">{detail}</div>
					</div>
					{boxes(of(id), title, (next) => onChange({ ...all, [id]: next }), isChecked)}
				</div>
			))}
		</fieldset>
	);
}
