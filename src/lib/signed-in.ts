const mark = "jalon.signed-in";

/** Somebody was signed in here last time: what a page reads may start beside the session instead of after it. */
export const wasSignedIn = () => localStorage.getItem(mark) !== null;
export const rememberSignedIn = (isSignedIn: boolean) => (isSignedIn ? localStorage.setItem(mark, "1") : localStorage.removeItem(mark));
