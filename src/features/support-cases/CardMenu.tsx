import { useEffect, useRef, useState } from "react";
import { buttonClass } from "#ui/Button.tsx";
import { Icon } from "#ui/Icon.tsx";
import { LazyMenu } from "#ui/lazy-aria.tsx";
import type { MenuEntry } from "#ui/Menu.tsx";
import { openMenu } from "./open-menu.ts";

type CardMenuProps = { label: string; isLive: boolean; entries: () => MenuEntry[]; onWake: () => void; className?: string };

const look = { variant: "quiet", size: "small", iconOnly: true } as const;
const patience = 4000;

/** The menu of a card. Only the active card carries a real one: three hundred would cost more than the board. The others show its button, which makes theirs real and opens it. */
export function CardMenu({ label, isLive, entries, onWake, className }: CardMenuProps) {
	const box = useRef<HTMLSpanElement>(null);
	const [isWanted, setWanted] = useState(false);
	useEffect(() => {
		if (!isWanted || !isLive) return;
		const until = performance.now() + patience;
		let frame = 0;
		const press = () => {
			const button = box.current?.querySelector<HTMLButtonElement>("button:not([aria-busy])");
			if (button) {
				setWanted(false);
				openMenu(button);
			} else if (performance.now() < until) frame = requestAnimationFrame(press);
		};
		press();
		return () => cancelAnimationFrame(frame);
	}, [isWanted, isLive]);
	return (
		<span ref={box} className={className} data-menu>
			{isLive ? (
				<LazyMenu label={label} items={entries()} icon="more" {...look} />
			) : (
				<button
					type="button"
					tabIndex={-1}
					aria-haspopup="true"
					className={buttonClass(look)}
					// Focused, the card would become active and this button another one before the press ends: the click would be lost.
					onMouseDown={(event) => event.preventDefault()}
					onClick={() => {
						setWanted(true);
						onWake();
					}}
				>
					<Icon name="more" size={16} />
					<span className="visually-hidden">{label}</span>
				</button>
			)}
		</span>
	);
}
