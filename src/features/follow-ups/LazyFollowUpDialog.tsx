import { lazy, Suspense } from "react";
import type { FollowUpDialogProps } from "./FollowUpDialog.tsx";

const Loaded = lazy(async () => ({ default: (await import("./FollowUpDialog.tsx")).FollowUpDialog }));

/** The form comes when it is asked for: the list does not carry it. */
export function LazyFollowUpDialog(props: FollowUpDialogProps) {
	return (
		<Suspense>
			<Loaded {...props} />
		</Suspense>
	);
}
