import { useEffect, useRef, useState } from "react";
import { dismissToast, type Toast, type ToastTone, useToasts } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { classNames } from "./class-names.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-paths.ts";
import styles from "./Toasts.module.css";
import { text } from "./text.ts";

const icons: Record<ToastTone, IconName> = { success: "check", info: "info", warning: "warning", error: "warning" };
const staysFor = 10_000;

function ToastLine({ toast }: { toast: Toast }) {
	const words = useWords(text);
	const [isHeld, setHeld] = useState(false);
	useEffect(() => {
		// WCAG 2.2.1: whoever is reading or reaching for Undo stops the clock.
		if (isHeld) return;
		const timer = setTimeout(() => dismissToast(toast.id), staysFor);
		return () => clearTimeout(timer);
	}, [isHeld, toast.id]);
	return (
		// biome-ignore lint/a11y/noNoninteractiveElementInteractions: nothing is triggered, the clock only waits
		<li
			className={classNames(styles.toast, styles[toast.tone])}
			onMouseEnter={() => setHeld(true)}
			onMouseLeave={() => setHeld(false)}
			onFocus={() => setHeld(true)}
			onBlur={() => setHeld(false)}
		>
			<Icon name={icons[toast.tone]} />
			<span className={styles.text}>{toast.text}</span>
			{[toast.also, toast.action].map(
				(one) =>
					one && (
						<button
							key={one.label}
							type="button"
							className={styles.action}
							aria-keyshortcuts={one === toast.action ? "Control+Z" : undefined}
							onClick={() => {
								dismissToast(toast.id);
								one.onAction();
							}}
						>
							{one.label}
						</button>
					),
			)}
			<button type="button" className={styles.close} onClick={() => dismissToast(toast.id)} aria-label={words.close}>
				<Icon name="close" size={16} />
			</button>
		</li>
	);
}

/** The stack at the foot of the window; mounted once, always present so that screen readers hear what enters it. */
export function Toasts() {
	const words = useWords(text);
	const toasts = useToasts((state) => state.toasts);
	const region = useRef<HTMLDivElement>(null);
	const newest = toasts.at(-1)?.id;
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new message climbs above a dialog opened since the last one
	useEffect(() => {
		const element = region.current;
		if (element?.matches(":popover-open")) element.hidePopover();
		element?.showPopover();
	}, [newest]);
	return (
		<div ref={region} popover="manual" className={styles.region} role="status" aria-label={words.messages}>
			<ul className={styles.list}>
				{toasts.map((toast) => (
					<ToastLine key={toast.id} toast={toast} />
				))}
			</ul>
		</div>
	);
}
