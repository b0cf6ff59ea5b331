import { lazy, Suspense } from "react";
import type { ReferralDialogProps } from "./ReferralDialog.tsx";

const Loaded = lazy(async () => ({ default: (await import("./ReferralDialog.tsx")).ReferralDialog }));

/** The form comes when it is asked for: the list does not carry it. */
export function LazyReferralDialog(props: ReferralDialogProps) {
	return (
		<Suspense>
			<Loaded {...props} />
		</Suspense>
	);
}
