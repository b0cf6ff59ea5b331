import { Fragment } from "react";
import { type ShortcutId, type ShortcutScope, shortcuts } from "#lib/shortcuts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import styles from "./ShortcutsSheet.module.css";
import { text } from "./text.ts";

/** « ? »: every key, from the very list that the screens answer to. */
export function ShortcutsSheet({ canVisit, onClose }: { canVisit: boolean; onClose: () => void }) {
	const words = useWords(text);
	const ids = (Object.keys(shortcuts) as ShortcutId[]).filter((id) => canVisit || (id !== "logVisit" && id !== "save"));
	const scopes = [...new Set(ids.map((id): ShortcutScope => shortcuts[id].scope))];
	const named = (key: string) => words.keys[key] ?? key.toUpperCase();
	return (
		<Dialog title={words.title} size="large" onClose={onClose}>
			<p className="muted">{words.intro}</p>
			<div className={styles.groups}>
				{scopes.map((scope) => (
					<section key={scope} className={styles.group}>
						<h3 className={styles.heading}>{words.scopes[scope]}</h3>
						<dl className={styles.list}>
							{ids
								.filter((id) => shortcuts[id].scope === scope)
								.map((id) => (
									<div key={id} className={styles.line}>
										<dt>{words.does[id]}</dt>
										<dd>
											{shortcuts[id].keys.map((keys, index) => (
												<Fragment key={keys}>
													{index > 0 && <span className="muted"> {words.or} </span>}
													{(keys === " " ? [keys] : keys.split("+")).map((key) => (
														<kbd key={key}>{named(key)}</kbd>
													))}
												</Fragment>
											))}
										</dd>
									</div>
								))}
						</dl>
					</section>
				))}
			</div>
			{/* Within what scrolls: the keys that scroll need something there to hold on to. */}
			<Button onClick={onClose}>{words.close}</Button>
		</Dialog>
	);
}
