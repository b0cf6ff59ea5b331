import { lazy, Suspense } from "react";
import { SessionGuard } from "#features/session/SessionGuard.tsx";
import { useConflict } from "#lib/conflict.ts";
import { useLiveChanges } from "#lib/live/use-live-changes.ts";
import { DeviceLines } from "./device/DeviceLines.tsx";

const ConflictDialog = lazy(async () => ({ default: (await import("#features/history/ConflictDialog.tsx")).ConflictDialog }));

/** What watches over the page and is nobody's to wait for: colleagues' changes, the end of the session, a dispute, what this device keeps. */
export function AfterPaint() {
	const isDisputed = useConflict(({ conflict }) => conflict !== null);
	useLiveChanges();
	return (
		<>
			<DeviceLines />
			<SessionGuard />
			<Suspense>{isDisputed && <ConflictDialog />}</Suspense>
		</>
	);
}
