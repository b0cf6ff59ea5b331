import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { Link, Outlet, ScrollRestoration, useHref, useLocation } from "react-router";
import { latestNewsOn } from "#features/help/latest-news.ts";
import { useOutbox } from "#lib/outbox/state.ts";
import { paths } from "#lib/paths.ts";
import { setPreference, usePreferences } from "#lib/preferences.ts";
import { RecordDocuments } from "#lib/record-documents.ts";
import { useMay, useSession } from "#lib/session.ts";
import { pressLastAction } from "#lib/toasts.ts";
import { useVisitLog, useVisitLogLinks } from "#lib/visit-log.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { LinkButton } from "#ui/LinkButton.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { BottomBar } from "#ui/shell/BottomBar.tsx";
import { ConnectionState } from "#ui/shell/ConnectionState.tsx";
import { Header } from "#ui/shell/Header.tsx";
import { HelpTrigger } from "#ui/shell/HelpTrigger.tsx";
import { SearchTrigger } from "#ui/shell/SearchTrigger.tsx";
import { ShellLayout } from "#ui/shell/ShellLayout.tsx";
import { SideNav } from "#ui/shell/SideNav.tsx";
import { PrintedOn } from "./PrintedOn.tsx";
import { text } from "./text.ts";
import { UserMenu } from "./UserMenu.tsx";
import { useNavigation } from "./use-navigation.ts";
import { useOnline } from "./use-online.ts";
import { useShortcuts } from "./use-shortcuts.ts";

/** When the browser has nothing better to do. */
const whenIdle = (run: () => void) => {
	const later = globalThis.requestIdleCallback ?? setTimeout;
	later(run, { timeout: 2000 } as IdleRequestOptions & number);
};

/** Whoever asks for the quick log does not wait until the browser has nothing better to do. */
const whenLogIsAskedFor = (run: () => void) => {
	const stop = useVisitLog.subscribe(({ at }) => {
		if (at === null) return;
		stop();
		run();
	});
};

const AfterPaint = lazy(async () => {
	await Promise.race([new Promise<void>(whenIdle), new Promise<void>(whenLogIsAskedFor)]);
	return { default: (await import("./AfterPaint.tsx")).AfterPaint };
});

const Documents = lazy(async () => ({ default: (await import("#features/documents/DocumentsCard.tsx")).DocumentsCard }));
const HelpBeside = lazy(async () => ({ default: (await import("./HelpBeside.tsx")).HelpBeside }));

const loadPalette = () => import("./palette/Palette.tsx");
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const loadSheet = () => import("./shortcuts/ShortcutsSheet.tsx");
const ShortcutsSheet = lazy(async () => ({ default: (await loadSheet()).ShortcutsSheet }));

/** Fetched when the browser has nothing better to do: the first Ctrl K opens at once. */
const preloadPalette = () => whenIdle(() => void Promise.allSettled([loadPalette(), loadSheet()]));

/** The shell: drawn once, kept from page to page. */
export function Layout() {
	const words = useWords(text);
	const { person, demonstration } = useSession();
	const may = useMay();
	const { groups, bottom } = useNavigation();
	const collapsed = usePreferences((state) => state.navigationCollapsed);
	const hasNews = usePreferences(({ newsSeenOn }) => newsSeenOn < latestNewsOn);
	const [isHelpOpen, setIsHelpOpen] = useState(false);
	const helpButton = useRef<HTMLButtonElement>(null);
	const logLink = useRef<HTMLAnchorElement>(null);
	const isAnswered = useOutbox(({ isReachable }) => isReachable);
	const isOnline = useOnline() && isAnswered;
	const unsent = useOutbox(({ items }) => items.length);
	const location = useLocation();
	const canVisit = may("createVisit");
	const [over, setOver] = useState<"palette" | "shortcuts" | null>(null);
	const search = () => setOver("palette");
	const showShortcuts = useCallback(() => setOver("shortcuts"), []);
	useShortcuts({
		search,
		sheet: showShortcuts,
		undo: pressLastAction,
		logVisit: () => logLink.current?.click(),
	});
	const logAddress = useHref(paths.newVisit());
	useVisitLogLinks(location.pathname === paths.newVisit() ? null : logAddress);
	useEffect(preloadPalette, []);
	const closeHelp = () => {
		setIsHelpOpen(false);
		helpButton.current?.focus();
	};
	return (
		<ShellLayout
			header={
				<Header
					brand={<Link to={paths.home()}>{words.brand}</Link>}
					region={words.region(person.regionName)}
					search={may("searchRecords") && <SearchTrigger label={words.search} keys="Ctrl K" onOpen={search} />}
					action={
						canVisit && (
							<LinkButton ref={logLink} to={paths.newVisit()} icon="plus">
								{words.logVisit}
							</LinkButton>
						)
					}
					connection={
						<ConnectionState isOnline={isOnline} label={isOnline ? words.online : words.offline}>
							{unsent > 0 && <Link to={paths.outbox()}>{words.toSend(String(unsent))}</Link>}
						</ConnectionState>
					}
					help={
						<HelpTrigger
							ref={helpButton}
							label={words.help}
							news={hasNews ? words.news : null}
							isOpen={isHelpOpen}
							onToggle={() => setIsHelpOpen(!isHelpOpen)}
						/>
					}
					user={<UserMenu />}
				/>
			}
			banner={demonstration && <Banner tone="amber">{words.demonstration}</Banner>}
			nav={<SideNav groups={groups} collapsed={collapsed} onToggleCollapsed={() => setPreference("navigationCollapsed", !collapsed)} />}
			panel={
				isHelpOpen && (
					<Suspense>
						<HelpBeside hasNews={hasNews} onClose={closeHelp} />
					</Suspense>
				)
			}
			bottomBar={
				<>
					<Suspense>
						<AfterPaint />
					</Suspense>
					<BottomBar items={bottom} groups={groups} />
				</>
			}
		>
			<PrintedOn />
			<Suspense fallback={<Skeleton />} key={location.pathname.split("/")[1]}>
				<RecordDocuments value={Documents}>
					<Outlet />
				</RecordDocuments>
			</Suspense>
			<ScrollRestoration />
			<Suspense>
				{over === "palette" && <Palette onClose={() => setOver(null)} onShortcuts={showShortcuts} />}
				{over === "shortcuts" && <ShortcutsSheet canVisit={canVisit} onClose={() => setOver(null)} />}
			</Suspense>
		</ShellLayout>
	);
}
