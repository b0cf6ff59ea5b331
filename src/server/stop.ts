/** One orderly stop, whoever asks: a signal, or the parent that has gone. The second request is not a second stop. */
export function stopOnSignal(stop: () => Promise<void>): void {
	let isStopping = false;
	const once = () => {
		if (isStopping) return;
		isStopping = true;
		stop().then(
			() => process.exit(0),
			(error: unknown) => {
				console.error(error);
				process.exit(1);
			},
		);
	};
	process.on("SIGINT", once);
	process.on("SIGTERM", once);
	// A server without its parent would never be restarted, and would keep the folder.
	process.on("disconnect", once);
	if (process.send && !process.connected) once();
}
