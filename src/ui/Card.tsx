import { type ReactNode, useId } from "react";
import styles from "./Card.module.css";
import { classNames } from "./class-names.ts";

export type CardProps = {
	title?: ReactNode;
	/** Muted words at the end of the heading: a count, a unit. */
	aside?: ReactNode;
	actions?: ReactNode;
	footer?: ReactNode;
	level?: 2 | 3 | 4;
	/** Inner margin for text and forms; lists and tables go edge to edge. */
	padded?: boolean;
	tinted?: boolean;
	className?: string;
	id?: string;
	children?: ReactNode;
};

/** A white surface with a hairline border; named by its heading when it has one. */
export function Card({ title, aside, actions, footer, level = 2, padded, tinted, className, id, children }: CardProps) {
	const titleId = useId();
	const Heading = `h${level}` as const;
	return (
		<section id={id} className={classNames(styles.card, tinted && styles.tinted, className)} aria-labelledby={title ? titleId : undefined}>
			{(title || aside || actions) && (
				<header className={styles.header}>
					{title && (
						<Heading id={titleId} className={styles.title}>
							{title}
						</Heading>
					)}
					{aside && <span className={styles.aside}>{aside}</span>}
					{actions && <div className={styles.actions}>{actions}</div>}
				</header>
			)}
			<div className={padded ? styles.padded : undefined}>{children}</div>
			{footer && <footer className={styles.footer}>{footer}</footer>}
		</section>
	);
}
