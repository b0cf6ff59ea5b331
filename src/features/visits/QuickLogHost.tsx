import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import { useLocation, useNavigate } from "react-router";
import { getEmployer } from "#contract/employers.ts";
import { apiQuery } from "#lib/api.ts";
import { paths } from "#lib/paths.ts";
import { closeVisitLog, useVisitLog } from "#lib/visit-log.ts";
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

/** The quick log over any page, when it was asked for. In another tab, or pasted, its address is a page. */
export function QuickLogHost() {
	const at = useVisitLog((state) => state.at);
	const isOnItsPage = useLocation().pathname === paths.newVisit();
	useEffect(() => {
		// Letters typed right after V must find the type-ahead there.
		void Promise.all([import("#ui/aria.ts"), bring()]).catch(() => undefined);
	}, []);
	return at === null || isOnItsPage ? null : <OverThePage key={at} at={at} />;
}
