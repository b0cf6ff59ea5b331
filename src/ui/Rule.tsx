import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useWords } from "#lib/words.ts";
import styles from "./Rule.module.css";
import { text } from "./text.ts";

export type RuleProps = { /** What the rule is of: the button's name. */ of: string; children: ReactNode };

const margin = 8;
const width = 340;

/** How a figure is counted: under the mouse, at the focus or at a touch; Escape puts it away. It can be pointed at and read to its end. */
export function Rule({ of, children }: RuleProps) {
	const words = useWords(text);
	const id = useId();
	const [isOpen, setOpen] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	const whole = useRef<HTMLSpanElement>(null);
	const bubble = useRef<HTMLSpanElement>(null);
	// The mouse shows what the button shows to everyone, and may go from one to the other.
	useEffect(() => {
		const element = whole.current;
		const open = () => setOpen(true);
		const close = () => setOpen(false);
		element?.addEventListener("mouseenter", open);
		element?.addEventListener("mouseleave", close);
		return () => {
			element?.removeEventListener("mouseenter", open);
			element?.removeEventListener("mouseleave", close);
		};
	}, []);
	useEffect(() => {
		const shown = bubble.current;
		const place = button.current?.getBoundingClientRect();
		if (!isOpen || !shown || !place) return undefined;
		// In the top layer: no card cuts it, and it never leaves the window.
		shown.style.left = `${Math.max(margin, Math.min(place.right - width / 2, innerWidth - Math.min(width, innerWidth - 2 * margin) - margin))}px`;
		shown.style.top = `${place.bottom}px`;
		shown.showPopover();
		const overflow = shown.getBoundingClientRect().bottom - innerHeight + margin;
		if (overflow > 0) shown.style.top = `${Math.max(margin, place.top - shown.offsetHeight)}px`;
		const close = () => setOpen(false);
		const onEscape = (event: KeyboardEvent) => event.key === "Escape" && close();
		addEventListener("scroll", close, { passive: true, once: true });
		addEventListener("keydown", onEscape);
		return () => {
			removeEventListener("scroll", close);
			removeEventListener("keydown", onEscape);
			if (shown.isConnected) shown.hidePopover();
		};
	}, [isOpen]);
	return (
		<span className={styles.rule} ref={whole}>
			<button
				ref={button}
				type="button"
				className={styles.button}
				aria-label={words.rule(of)}
				aria-describedby={isOpen ? id : undefined}
				onFocus={() => setOpen(true)}
				onBlur={() => setOpen(false)}
				onClick={() => setOpen(true)}
			>
				<span aria-hidden="true">?</span>
			</button>
			<span ref={bubble} id={id} role="tooltip" popover="manual" className={styles.bubble}>
				{children}
			</span>
		</span>
	);
}
