import type { Point } from "#contract/distance.ts";

/** Where this device is, asked by a gesture only and kept nowhere; null when the person or the device does not say. */
export const askPosition = (): Promise<Point | null> =>
	new Promise((resolve) => {
		if (!("geolocation" in navigator)) return resolve(null);
		navigator.geolocation.getCurrentPosition(
			({ coords: { latitude, longitude } }) => resolve({ latitude, longitude }),
			() => resolve(null),
			{ maximumAge: 60_000, timeout: 8_000 },
		);
	});
