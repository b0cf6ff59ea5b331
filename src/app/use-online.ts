import { useSyncExternalStore } from "react";

const subscribe = (notify: () => void) => {
	window.addEventListener("online", notify);
	window.addEventListener("offline", notify);
	return () => {
		window.removeEventListener("online", notify);
		window.removeEventListener("offline", notify);
	};
};

/** A hint for the eye, never a condition: `onLine` says true behind a dead router. */
export const useOnline = () => useSyncExternalStore(subscribe, () => navigator.onLine);
