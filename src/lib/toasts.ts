import { create } from "zustand";

export type ToastTone = "success" | "info" | "warning" | "error";
export type Toast = { id: number; tone: ToastTone; text: string; action?: { label: string; onAction: () => void } };

let last = 0;

/** Short messages about what was just done, oldest first. */
export const useToasts = create<{ toasts: Toast[] }>(() => ({ toasts: [] }));

/** Says what happened, with at most one way to take it back; returns the id for `dismissToast`. */
export function addToast(toast: { tone?: ToastTone; text: string; action?: Toast["action"] }): number {
	last += 1;
	const added: Toast = { tone: "success", ...toast, id: last };
	// Three are read, a fourth is noise: the oldest gives way.
	useToasts.setState(({ toasts }) => ({ toasts: [...toasts, added].slice(-3) }));
	return added.id;
}

export const dismissToast = (id: number) => useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
