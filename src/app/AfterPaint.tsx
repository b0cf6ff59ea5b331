import { lazy, Suspense } from "react";
import { UnseenAlerts } from "#features/digests/UnseenAlerts.tsx";
import { SessionGuard } from "#features/session/SessionGuard.tsx";
import { InvitationHost } from "#features/visits/invitations/InvitationHost.tsx";
import { QuickLogHost } from "#features/visits/QuickLogHost.tsx";
import { useConflict } from "#lib/conflict.ts";
import { useLiveChanges } from "#lib/live/use-live-changes.ts";
import { useMay } from "#lib/session.ts";
import { DeviceLines } from "./device/DeviceLines.tsx";

const ConflictDialog = lazy(async () => ({ default: (await import("#features/history/ConflictDialog.tsx")).ConflictDialog }));

/** What watches over the page and is nobody's to wait for: colleagues' changes, new alerts, the end of the session, a dispute, what this device keeps; and the quick log, so that the first V opens at once. */
export function AfterPaint() {
	const isDisputed = useConflict(({ conflict }) => conflict !== null);
	useLiveChanges();
	const may = useMay();
	return (
		<>
			<DeviceLines />
			<SessionGuard />
			{may("createVisit") && (
				<>
					<QuickLogHost />
					<InvitationHost />
				</>
			)}
			{may("countAlerts") && <UnseenAlerts />}
			<Suspense>{isDisputed && <ConflictDialog />}</Suspense>
		</>
	);
}
