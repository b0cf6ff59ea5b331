/** What is being typed, kept on this device until the API has it. A storage that is full or closed must never stop the typing. */
export function readKept<T>(key: string): T | null {
	try {
		const text = localStorage.getItem(key);
		return text === null ? null : (JSON.parse(text) as T);
	} catch {
		return null;
	}
}

export function keep(key: string, value: unknown): void {
	try {
		localStorage.setItem(key, JSON.stringify(value));
	} catch {
		// Private browsing, quota: the page still holds it.
	}
}

export function forget(key: string): void {
	try {
		localStorage.removeItem(key);
	} catch {
		// Nothing was kept.
	}
}
