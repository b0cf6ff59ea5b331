import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useMay, useSession } from "../session.ts";
import { useSessionEnd } from "../session-end.ts";

/** Follows colleagues' changes once the page is drawn, where the API tells them. */
export function useLiveChanges() {
	const client = useQueryClient();
	const me = useSession().person.id;
	const may = useMay();
	const canAsk = may("listChanges");
	const canStream = may("streamChanges");
	const hasEnded = useSessionEnd((state) => state.hasEnded);
	useEffect(() => {
		if (!canAsk || hasEnded) return;
		let isOver = false;
		let stop = () => {};
		const start = async () => {
			const { followChanges } = await import("./follow.ts");
			if (!isOver) stop = followChanges(client, { me, canStream });
		};
		const later = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1000));
		later(() => void start().catch(() => undefined), { timeout: 2000 });
		return () => {
			isOver = true;
			stop();
		};
	}, [client, me, canAsk, canStream, hasEnded]);
}
