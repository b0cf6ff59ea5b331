import type { Ref } from "react";
import { useWords } from "#lib/words.ts";
import { TextInput } from "#ui/TextInput.tsx";
import styles from "./HelpPage.module.css";
import { text } from "./text.ts";

export function HelpSearch({ q, onSearch, box }: { q: string; onSearch: (q: string) => void; box?: Ref<HTMLInputElement> }) {
	const words = useWords(text);
	return (
		<search className={styles.search}>
			<TextInput
				ref={box}
				type="search"
				icon="search"
				value={q}
				onChange={(event) => onSearch(event.target.value)}
				aria-label={words.search.label}
				placeholder={words.search.placeholder}
				spellCheck={false}
			/>
		</search>
	);
}
