import { type ReactNode, useRef } from "react";
import { useFormat } from "#lib/format.ts";
import type { TextRecord } from "#lib/text-guard/guard.ts";
import { useTextGuard } from "#lib/text-guard/use-text-guard.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "./Button.tsx";
import { text } from "./guard-text.ts";
import { Icon } from "./Icon.tsx";
import styles from "./TextGuard.module.css";

const around = 24;

/** `field`: what the contract calls it, for the log of choices; `record`: whose it is, unless a whole form says so (TextRecordContext). */
export type GuardedProps = { field: string; record?: TextRecord | undefined };

/** Under a box of free text: what it seems to hold that a note must not, and the two ways on. Nothing is blocked, nothing is lost. */
export function TextGuard({ field, record, children }: GuardedProps & { children: ReactNode }) {
	const words = useWords(text);
	const { list } = useFormat();
	const frame = useRef<HTMLDivElement>(null);
	const { held, correct, keep } = useTextGuard(frame, field, record);
	return (
		<div ref={frame} className={styles.frame}>
			{children}
			<div role="status">
				{held && (
					<div className={styles.notice} data-held>
						<Icon name="warning" size={16} />
						<div className={styles.said}>
							<p>{words.seems(list([...new Set(held.findings.map(({ kind }) => words.kinds[kind]))]))}</p>
							<ul className={styles.found}>
								{held.findings.map(({ start, end }) => (
									<li key={start}>
										{start > around && "…"}
										{held.text.slice(Math.max(0, start - around), start)}
										<mark>{held.text.slice(start, end)}</mark>
										{held.text.slice(end, end + around)}
										{end + around < held.text.length && "…"}
									</li>
								))}
							</ul>
							<p className={styles.why}>{words.why}</p>
							<div className={styles.ways}>
								<Button size="small" onClick={correct}>
									{words.correct}
								</Button>
								<Button size="small" variant="quiet" onClick={keep}>
									{words.keep}
								</Button>
							</div>
						</div>
					</div>
				)}
			</div>
		</div>
	);
}
