import { classNames } from "../class-names.ts";
import { Icon } from "../Icon.tsx";
import { Marked } from "../Marked.tsx";
import styles from "./CommandDialog.module.css";
import type { CommandItem } from "./command.ts";

export type CommandOptionProps = {
	id: string;
	item: CommandItem;
	query: string;
	isActive: boolean;
	onPoint: () => void;
	onChoose: (item: CommandItem, inNewTab: boolean) => void;
};

/** One thing to choose, what was typed in bold. */
export function CommandOption({ id, item, query, isActive, onPoint, onChoose }: CommandOptionProps) {
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the box keeps the focus and answers the keys
		<div
			id={id}
			role="option"
			aria-selected={isActive}
			className={classNames(styles.option, isActive && styles.active)}
			// The mouse chooses when it moves, not when the list comes under it.
			onMouseMove={isActive ? undefined : onPoint}
			// The box keeps the focus.
			onMouseDown={(event) => event.preventDefault()}
			onClick={(event) => onChoose(item, event.ctrlKey || event.metaKey)}
			onAuxClick={(event) => event.button === 1 && onChoose(item, true)}
		>
			<Icon name={item.icon} className={styles.icon} />
			<span className={styles.label}>
				<Marked text={item.label} query={query} />
			</span>
			{item.detail && (
				<span className={styles.detail}>
					<Marked text={item.detail} query={query} />
				</span>
			)}
		</div>
	);
}
