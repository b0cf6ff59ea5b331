/** Every key that does something by itself, written once: the screens answer to it from here, and the sheet of « ? » is drawn from here. */
export const shortcuts = {
	search: { keys: ["Control+k", "/"], scope: "everywhere" },
	logVisit: { keys: ["v"], scope: "everywhere" },
	undo: { keys: ["Control+z"], scope: "everywhere" },
	sheet: { keys: ["?"], scope: "everywhere" },
	newTab: { keys: ["Control+Enter"], scope: "search" },
	nextRow: { keys: ["ArrowDown", "j"], scope: "list" },
	previousRow: { keys: ["ArrowUp", "k"], scope: "list" },
	nextRows: { keys: ["PageDown"], scope: "list" },
	previousRows: { keys: ["PageUp"], scope: "list" },
	firstRow: { keys: ["Home"], scope: "list" },
	lastRow: { keys: ["End"], scope: "list" },
	openRow: { keys: ["Enter"], scope: "list" },
	otherCard: { keys: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"], scope: "board" },
	cardMenu: { keys: ["m", "Enter"], scope: "board" },
	peekCard: { keys: [" "], scope: "board" },
	followUpDone: { keys: ["f"], scope: "followUps" },
	followUpPostponed: { keys: ["r"], scope: "followUps" },
	dayBefore: { keys: ["Shift+ArrowLeft"], scope: "followUps" },
	dayAfter: { keys: ["Shift+ArrowRight"], scope: "followUps" },
	save: { keys: ["Control+Enter"], scope: "visit" },
} as const satisfies Record<string, { keys: readonly string[]; scope: string }>;

export type ShortcutId = keyof typeof shortcuts;
export type ShortcutScope = (typeof shortcuts)[ShortcutId]["scope"];

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** `Control+k` for Ctrl K and for ⌘ K; of the keys that move, `Shift+ArrowLeft` is another one. */
export const keyName = ({ key, ctrlKey, metaKey, shiftKey }: Pressed) =>
	`${ctrlKey || metaKey ? "Control+" : ""}${shiftKey && key.startsWith("Arrow") ? "Shift+" : ""}${key.length === 1 ? key.toLowerCase() : key}`;

export const isShortcut = (event: Pressed, id: ShortcutId): boolean => !event.altKey && (shortcuts[id].keys as readonly string[]).includes(keyName(event));
