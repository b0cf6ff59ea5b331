import { useRef } from "react";

const gap = 6;

/**
 * Shows a sentence beside its control on hover, focus or press. The browser's top layer is used so that
 * neither a dialog nor an `overflow: hidden` can cut it.
 */
export function useReason() {
	const tip = useRef<HTMLSpanElement>(null);
	const show = (event: { currentTarget: Element }) => {
		const box = tip.current;
		if (!box) return;
		if (!box.matches(":popover-open")) box.showPopover();
		const control = event.currentTarget.getBoundingClientRect();
		const size = box.getBoundingClientRect();
		const below = control.bottom + gap + size.height < window.innerHeight;
		box.style.top = `${below ? control.bottom + gap : control.top - gap - size.height}px`;
		box.style.left = `${Math.max(8, Math.min(control.left, window.innerWidth - size.width - 8))}px`;
	};
	const hide = () => {
		if (tip.current?.matches(":popover-open")) tip.current.hidePopover();
	};
	return { tip, show, hide };
}
