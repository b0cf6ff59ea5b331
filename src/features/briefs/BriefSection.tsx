import { type ReactNode, useId } from "react";
import styles from "./BriefPage.module.css";

type BriefSectionProps = { title: string; hint?: string; none: string; wide?: boolean; children: ReactNode[] };

/** A heading and its lines, or the sentence that says there are none. */
export function BriefSection({ title, hint, none, wide, children }: BriefSectionProps) {
	const id = useId();
	return (
		<section className={wide ? styles.wide : styles.section} aria-labelledby={id}>
			<h2 id={id}>{title}</h2>
			{hint && children.length > 0 && <p className="muted">{hint}</p>}
			{children.length > 0 ? <ul>{children}</ul> : <p className="muted">{none}</p>}
		</section>
	);
}
