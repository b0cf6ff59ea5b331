/**
 * Opens a menu as its own key does. A click made by code is taken for that of a screen reader: the menu then waits to
 * take the focus, the page around it becomes inert meanwhile, and the focus is lost to the whole page.
 */
export function openMenu(button: HTMLElement) {
	button.focus();
	button.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }));
}
