import { lazy, Suspense } from "react";
import { useSession } from "#lib/session.ts";
import { useSessionEnd } from "#lib/session-end.ts";
import { useIdle } from "./use-idle.ts";

// The form they carry is not the first page's to wait for.
const dialogs = () => import("./SessionDialogs.tsx");
const EndedDialog = lazy(async () => ({ default: (await dialogs()).EndedDialog }));
const IdleDialog = lazy(async () => ({ default: (await dialogs()).IdleDialog }));

/** Says that the session is about to end, then that it has: the page behind waits, with what was typed in it. */
export function SessionGuard() {
	const { idleSeconds } = useSession();
	const hasEnded = useSessionEnd((state) => state.hasEnded);
	const { left, stay } = useIdle(idleSeconds);
	return <Suspense>{hasEnded ? <EndedDialog /> : left !== null && <IdleDialog left={left} onStay={stay} />}</Suspense>;
}
