import { create } from "zustand";

export type ToastTone = "success" | "info" | "warning" | "error";
export type Toast = { id: number; tone: ToastTone; text: string; action?: ToastAction /** Where it leads, beside what takes it back. */; also?: ToastAction };
export type ToastAction = { label: string; onAction: () => void };

let last = 0;
let wayBack: Toast["action"];
let whereItIs: string | undefined;

/** What is said of a write while `say` runs can take it back: one way for every write, whatever the sentence. `meanwhile`: what is added to it while it only waits on the device. */
export function offeringUndo(action: Toast["action"], say: () => void, meanwhile?: string) {
	wayBack = action;
	whereItIs = meanwhile;
	try {
		say();
	} finally {
		wayBack = undefined;
		whereItIs = undefined;
	}
}

/** Short messages about what was just done, oldest first. */
export const useToasts = create<{ toasts: Toast[] }>(() => ({ toasts: [] }));

/** Says what happened, with at most one way to take it back; returns the id for `dismissToast`. */
export function addToast(toast: { tone?: ToastTone; text: string } & Pick<Toast, "action" | "also">): number {
	last += 1;
	const added: Toast = { tone: "success", ...toast, id: last };
	if (added.tone === "success" && wayBack) added.action = wayBack;
	if (added.tone === "success" && whereItIs) Object.assign(added, { tone: "info", text: `${toast.text.replace(/[^.!?]$/, "$&.")} ${whereItIs}` });
	// Three are read, a fourth is noise: the oldest gives way.
	useToasts.setState(({ toasts }) => ({ toasts: [...toasts, added].slice(-3) }));
	return added.id;
}

/** Ctrl Z: takes back the last thing said that can be, as its button would; false when there is none. */
export function pressLastAction(): boolean {
	const toast = useToasts.getState().toasts.findLast(({ action }) => action);
	if (!toast) return false;
	dismissToast(toast.id);
	toast.action?.onAction();
	return true;
}

export const dismissToast = (id: number) => useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
