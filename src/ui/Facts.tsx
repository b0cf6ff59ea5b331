import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import styles from "./Facts.module.css";

export type Fact = { label: string; value: ReactNode; strong?: boolean };
export type FactsProps = { items: readonly Fact[] /** One under the other, in a side card. */; stacked?: boolean; className?: string };

/** What is known of a record: small label above, value below. */
export function Facts({ items, stacked, className }: FactsProps) {
	return (
		<dl className={classNames(styles.facts, stacked && styles.stacked, className)}>
			{items.map((fact) => (
				<div key={fact.label}>
					<dt>{fact.label}</dt>
					<dd className={fact.strong ? "strong" : undefined}>{fact.value}</dd>
				</div>
			))}
		</dl>
	);
}
