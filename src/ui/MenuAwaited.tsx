import { type ReactNode, type RefObject, useLayoutEffect, useRef } from "react";
import type { AskedBefore } from "./Menu.tsx";

type MenuAwaitedProps = { className: string; children: ReactNode; before: RefObject<AskedBefore | null> };

/** The place of a menu that has not come: whether it was asked meanwhile, and the focus it had, are written in `before`. */
export function MenuAwaited({ className, children, before }: MenuAwaitedProps) {
	const button = useRef<HTMLButtonElement>(null);
	const isAsked = useRef(false);
	useLayoutEffect(() => {
		const held = button.current;
		return () => {
			before.current = { isAsked: isAsked.current, hadFocus: document.activeElement === held };
		};
	}, [before]);
	return (
		<button
			ref={button}
			type="button"
			aria-busy
			onClick={() => {
				isAsked.current = true;
			}}
			className={className}
		>
			{children}
		</button>
	);
}
