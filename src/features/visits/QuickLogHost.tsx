import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { useHref, useLocation, useNavigate } from "react-router";
import { getEmployer } from "#contract/employers.ts";
import { apiQuery } from "#lib/api.ts";
import { paths } from "#lib/paths.ts";
import { closeVisitLog, openVisitLog, useVisitLog } from "#lib/visit-log.ts";
import { useEmployerItem } from "./use-employer-items.ts";

const bring = () => import("./QuickLogDialog.tsx");
const QuickLogDialog = lazy(async () => ({ default: (await bring()).QuickLogDialog }));

function OverThePage({ at }: { at: string }) {
	const employerId = new URL(at, window.location.href).searchParams.get("employeur");
	const { data, isPending } = useQuery({ ...apiQuery(getEmployer, { params: { id: employerId ?? "" } }), enabled: employerId !== null });
	const toItem = useEmployerItem();
	const navigate = useNavigate();
	if (employerId !== null && isPending) return null;
	return (
		<Suspense>
			<QuickLogDialog
				employer={data ? toItem(data) : null}
				onLeave={(to) => {
					closeVisitLog();
					if (to) void navigate(to);
				}}
			/>
		</Suspense>
	);
}

/** The quick log over any page: what leads to it opens it where one is. In another tab, or pasted, its address is a page. */
export function QuickLogHost() {
	const at = useVisitLog((state) => state.at);
	const address = useHref(paths.newVisit());
	const isOnItsPage = useLocation().pathname === paths.newVisit();
	useEffect(() => {
		// Letters typed right after V must find the type-ahead there.
		void Promise.all([import("#ui/aria.ts"), bring()]).catch(() => undefined);
	}, []);
	useEffect(() => {
		if (isOnItsPage) return closeVisitLog();
		const onClick = (event: MouseEvent) => {
			if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !(event.target instanceof Element)) return;
			const link = event.target.closest("a");
			if (!link || link.target || link.origin !== window.location.origin || link.pathname !== address) return;
			event.preventDefault();
			openVisitLog(link.href);
		};
		// Before the link itself answers.
		document.addEventListener("click", onClick, true);
		return () => document.removeEventListener("click", onClick, true);
	}, [address, isOnItsPage]);
	return at === null || isOnItsPage ? null : <OverThePage key={at} at={at} />;
}
