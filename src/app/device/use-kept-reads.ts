import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { openDevice } from "#lib/device/device.ts";
import { keepReads } from "#lib/offline/keep-reads.ts";
import { useSession } from "#lib/session.ts";

/** What is read stays on the device, where the screens themselves stay on it: without a worker, nothing opens without a network. */
export function useKeptReads() {
	const client = useQueryClient();
	const me = useSession().person.id;
	useEffect(() => {
		let isOver = false;
		let stop = () => {};
		const start = async () => {
			await navigator.serviceWorker?.ready;
			if (isOver || !navigator.serviceWorker) return;
			const store = await openDevice(me);
			if (!isOver && store.isLasting) stop = keepReads(client, store);
		};
		void start().catch(() => undefined);
		return () => {
			isOver = true;
			stop();
		};
	}, [client, me]);
}
