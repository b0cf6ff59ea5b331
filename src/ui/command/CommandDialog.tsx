import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { isShortcut } from "#lib/shortcuts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "../Button.tsx";
import { Icon } from "../Icon.tsx";
import { text } from "../text.ts";
import styles from "./CommandDialog.module.css";
import { CommandOption } from "./CommandOption.tsx";
import type { CommandItem, CommandSection } from "./command.ts";

export type CommandDialogProps = {
	label: string;
	placeholder: string;
	query: string;
	onQuery: (query: string) => void;
	sections: readonly CommandSection[];
	/** The answer to what was typed last is awaited. */
	isBusy: boolean;
	/** Said when there is nothing to choose. */
	empty: string;
	/** Said to who does not see: how many there are. */
	status: string;
	hints: readonly { keys: string; label: string }[];
	onChoose: (item: CommandItem, inNewTab: boolean) => void;
	onClose: () => void;
};

/** One box and what it leads to: the arrows choose, Enter opens. On the browser's own `<dialog>`; the whole screen on a phone. */
export function CommandDialog(props: CommandDialogProps) {
	const { label, placeholder, query, onQuery, sections, isBusy, empty, status, hints, onChoose, onClose } = props;
	const words = useWords(text);
	const listId = useId();
	const dialog = useRef<HTMLDialogElement>(null);
	const items = sections.flatMap((section) => section.items);
	const [activeId, setActiveId] = useState<string | null>(null);
	// What was chosen and is no longer there gives way to the first.
	const active = items.find(({ id }) => id === activeId) ?? items[0];
	const [awaited, setAwaited] = useState<{ inNewTab: boolean } | null>(null);

	useEffect(() => {
		const element = dialog.current;
		const before = document.activeElement;
		element?.showModal();
		element?.querySelector("input")?.focus();
		return () => {
			element?.close();
			if (before instanceof HTMLElement && before.isConnected) before.focus();
		};
	}, []);
	useEffect(() => {
		if (active) document.getElementById(`${listId}${active.id}`)?.scrollIntoView({ block: "nearest" });
	}, [active, listId]);
	useEffect(() => {
		if (!awaited || isBusy) return;
		setAwaited(null);
		if (active) onChoose(active, awaited.inNewTab);
	}, [awaited, isBusy, active, onChoose]);

	const onKeyDown = (event: KeyboardEvent) => {
		const at = active ? items.indexOf(active) : -1;
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step !== undefined && items.length > 0) {
			event.preventDefault();
			setActiveId(items[(at + step + items.length) % items.length]?.id ?? null);
		} else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
			event.preventDefault();
			const inNewTab = isShortcut(event, "newTab");
			// « loriot » then Enter, faster than the answer: what Enter is about is still on its way.
			if (isBusy && (!active || active.isFound)) setAwaited({ inNewTab });
			else if (active) onChoose(active, inNewTab);
		} else if (isShortcut(event, "search") && event.key !== "/") {
			event.preventDefault();
			onClose();
		}
	};
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the click is the backdrop's; Esc does the same from the keyboard
		<dialog
			ref={dialog}
			className={styles.dialog}
			aria-label={label}
			onCancel={(event) => {
				event.preventDefault();
				onClose();
			}}
			onClick={(event) => event.target === event.currentTarget && onClose()}
		>
			<div className={styles.frame}>
				<div className={styles.top}>
					<Icon name="search" className={styles.glass} />
					<input
						type="text"
						role="combobox"
						inputMode="search"
						enterKeyHint="go"
						className={styles.box}
						value={query}
						onChange={(event) => {
							onQuery(event.target.value);
							setActiveId(null);
							setAwaited(null);
						}}
						onKeyDown={onKeyDown}
						placeholder={placeholder}
						aria-label={label}
						aria-expanded={items.length > 0}
						aria-controls={listId}
						aria-activedescendant={active && `${listId}${active.id}`}
						aria-autocomplete="list"
						autoComplete="off"
						autoCapitalize="off"
						spellCheck={false}
					/>
					<Button variant="quiet" size="small" icon="close" iconOnly onClick={onClose}>
						{words.close}
					</Button>
				</div>
				<div id={listId} role="listbox" aria-label={label} aria-busy={isBusy || undefined} className={styles.list}>
					{sections.map((section) => (
						// biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
						<div key={section.id} role="group" aria-labelledby={`${listId}-${section.id}`} className={styles.section}>
							<div id={`${listId}-${section.id}`} role="presentation" className={styles.heading}>
								{section.title}
							</div>
							{section.items.map((item) => (
								<CommandOption
									key={item.id}
									id={`${listId}${item.id}`}
									item={item}
									query={query}
									isActive={item === active}
									onPoint={() => setActiveId(item.id)}
									onChoose={onChoose}
								/>
							))}
						</div>
					))}
				</div>
				{items.length === 0 && <p className={styles.empty}>{empty}</p>}
				<p role="status" className="visually-hidden">
					{status}
				</p>
				<div className={styles.foot} aria-hidden="true">
					{hints.map(({ keys, label: does }) => (
						<span key={keys}>
							<kbd>{keys}</kbd> {does}
						</span>
					))}
				</div>
			</div>
		</dialog>
	);
}
