import { lazy, Suspense } from "react";
import type { Employer } from "#contract/employers.ts";

const ArchiveDialog = lazy(async () => ({ default: (await import("./ArchiveDialog.tsx")).ArchiveDialog }));

/** Asked once in a while: the page of an employer does not carry it. */
export function LazyArchiveDialog(props: { employer: Employer; onClose: () => void }) {
	return (
		<Suspense>
			<ArchiveDialog {...props} />
		</Suspense>
	);
}
