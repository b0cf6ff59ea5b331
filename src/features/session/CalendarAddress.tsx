import { useRef } from "react";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Button } from "#ui/Button.tsx";
import { Field } from "#ui/Field.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import styles from "./AccountPage.module.css";
import { calendarText } from "./calendar-text.ts";

/** The secret address, this once, and what to do with it. */
export function CalendarAddress({ address }: { address: string }) {
	const words = useWords(calendarText);
	const box = useRef<HTMLInputElement>(null);
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(address);
			addToast({ text: words.copied });
		} catch {
			box.current?.select();
			addToast({ tone: "warning", text: words.notCopied });
		}
	};
	return (
		<>
			<Banner tone="amber" live>
				{words.once}
			</Banner>
			<div className={styles.address}>
				<Field label={words.address}>
					<TextInput ref={box} readOnly value={address} spellCheck={false} onFocus={(event) => event.target.select()} />
				</Field>
				<Button variant="primary" onClick={() => void copy()}>
					{words.copy}
				</Button>
			</div>
			<h3 className={styles.how}>{words.how}</h3>
			<ol className={styles.steps}>
				{words.steps.map((step) => (
					<li key={step}>{step}</li>
				))}
			</ol>
			<p className={styles.said}>{words.delay}</p>
		</>
	);
}
