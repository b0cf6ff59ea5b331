import { type RefObject, use } from "react";
import { ComboBoxStateContext, ListBox, ListBoxItem, Popover } from "react-aria-components";
import styles from "./Combobox.module.css";
import { classNames } from "./class-names.ts";
import { Marked } from "./Marked.tsx";

export type ComboboxItem = {
	id: string;
	label: string;
	/** After the label, muted: the town. */
	detail?: string;
	/** Second line, muted: last visit, open posts. */
	detail2?: string;
};

type ComboboxListProps<Item extends ComboboxItem> = {
	box: RefObject<HTMLDivElement | null>;
	items: readonly Item[];
	/** Put in bold where it is found. */
	query: string;
	whenEmpty: string;
};

/** The open list of a type-ahead. */
export function ComboboxList<Item extends ComboboxItem>({ box, items, query, whenEmpty }: ComboboxListProps<Item>) {
	const state = use(ComboBoxStateContext);
	const dialog = box.current?.closest("dialog");
	return (
		<Popover
			className={styles.popover}
			triggerRef={box}
			offset={-1}
			// Left to itself the list closes as soon as the page scrolls, by a finger or by an error that appears. It lies in
			// the page and moves with it; in a dialog, which scrolls by itself, it would not, and closes.
			isOpen={dialog ? undefined : state?.isOpen}
			// A modal <dialog> makes the rest of the page inert: the list must live inside it; elsewhere, in the landmark of its box.
			UNSTABLE_portalContainer={dialog ?? box.current?.closest("main") ?? undefined}
		>
			<ListBox<Item>
				className={styles.list}
				items={items}
				// Lines are cached by item: without this the bold would stay where the first letter put it.
				dependencies={[query]}
				renderEmptyState={() => <div className={styles.empty}>{whenEmpty}</div>}
			>
				{(item) => (
					<ListBoxItem id={item.id} textValue={item.label} className={styles.option}>
						<span className={styles.line}>
							<Marked text={item.label} query={query} />
							{item.detail && <span className="muted"> · {item.detail}</span>}
						</span>
						{item.detail2 && <span className={classNames("muted", styles.second)}>{item.detail2}</span>}
					</ListBoxItem>
				)}
			</ListBox>
		</Popover>
	);
}
