import { type ReactNode, use } from "react";
import { Button } from "#ui/Button.tsx";
import { Icon } from "#ui/Icon.tsx";
import { fieldId, ProblemsContext } from "./problems.ts";
import styles from "./Report.module.css";

type LineListProps = { path: string; add: string; empty: string; onAdd: () => void; isEmpty: boolean; children: ReactNode };

/** A repeating block: its lines, what is asked of the whole, and one more. */
export function LineList({ path, add, empty, onAdd, isEmpty, children }: LineListProps) {
	const problem = use(ProblemsContext).find((item) => item.path === path);
	return (
		<div id={fieldId(path)} className={styles.lines}>
			{isEmpty ? <p className="muted">{empty}</p> : <ol className={styles.lineItems}>{children}</ol>}
			{problem && (
				<p className={styles.problem} role="alert">
					<Icon name="warning" size={16} />
					{problem.message}
				</p>
			)}
			<div>
				<Button size="small" icon="plus" onClick={onAdd}>
					{add}
				</Button>
			</div>
		</div>
	);
}
