import { type ReactNode, useRef } from "react";
import { noticeComesWith, type TextRecord } from "#lib/text-guard/guard.ts";
import { useTextGuard } from "#lib/text-guard/use-text-guard.ts";
import styles from "./TextGuard.module.css";

// Not lazy(): whoever is brought to what waits must find it there, drawn at once.
let Notice: typeof import("./GuardNotice.tsx").GuardNotice | null = null;
noticeComesWith(async () => {
	const { GuardNotice, ready } = await import("./GuardNotice.tsx");
	await ready();
	Notice = GuardNotice;
});

/** `field`: what the contract calls it, for the log of choices; `record`: whose it is, unless a whole form says so (TextRecordContext). */
export type GuardedProps = { field: string; record?: TextRecord | undefined };

/** Around a box of free text: what it seems to hold that a note must not is said under it. Nothing is blocked, nothing is lost. */
export function TextGuard({ field, record, children }: GuardedProps & { children: ReactNode }) {
	const frame = useRef<HTMLDivElement>(null);
	const { held, ...box } = useTextGuard(frame, record);
	return (
		<div ref={frame} className={styles.frame}>
			{children}
			<div role="status">{held && Notice && <Notice held={held} field={field} {...box} />}</div>
		</div>
	);
}
