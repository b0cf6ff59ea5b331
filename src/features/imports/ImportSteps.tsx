import { Link } from "react-router";
import { useWords } from "#lib/words.ts";
import { Icon } from "#ui/Icon.tsx";
import styles from "./ImportSteps.module.css";
import { type ImportStep, importSteps } from "./import-step.ts";
import { text } from "./text.ts";

/** Where one is, what is behind, what is to come; a step one may go back to is a link. */
export function ImportSteps({ current, links = {} }: { current: ImportStep; links?: Partial<Record<ImportStep, string>> }) {
	const words = useWords(text).steps;
	const at = importSteps.indexOf(current);
	return (
		<nav aria-label={words.label}>
			<ol className={styles.steps}>
				{importSteps.map((step, index) => {
					const to = links[step];
					const isDone = index < at || current === "result";
					const content = (
						<>
							<span className={styles.mark} aria-hidden="true">
								{isDone ? <Icon name="check" size={14} /> : index + 1}
							</span>
							<span className={styles.name}>{words[step]}</span>
							{isDone && step !== current && <span className="visually-hidden"> ({words.isDone})</span>}
						</>
					);
					return (
						<li key={step} className={styles.step} data-done={isDone || undefined} aria-current={step === current ? "step" : undefined}>
							{to && step !== current ? (
								<Link to={to} replace className={styles.link}>
									{content}
								</Link>
							) : (
								<span className={styles.link}>{content}</span>
							)}
						</li>
					);
				})}
			</ol>
		</nav>
	);
}
