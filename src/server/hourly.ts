const firstLook = 10 * 60_000;
const hour = 3_600_000;

/** What the server looks after by itself: soon after it has started, then every hour. It keeps no process alive. */
export function hourly(look: () => void): void {
	setTimeout(look, firstLook).unref();
	setInterval(look, hour).unref();
}
