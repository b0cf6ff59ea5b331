import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { Link, Outlet, ScrollRestoration, useLocation, useNavigate } from "react-router";
import { latestNewsOn } from "#features/help/latest-news.ts";
import { SessionGuard } from "#features/session/SessionGuard.tsx";
import { useConflict } from "#lib/conflict.ts";
import { useLiveChanges } from "#lib/live/use-live-changes.ts";
import { paths } from "#lib/paths.ts";
import { setPreference, usePreferences } from "#lib/preferences.ts";
import { useMay, useSession } from "#lib/session.ts";
import { pressLastAction } from "#lib/toasts.ts";
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

// Seldom asked: not part of what the first screen carries.
const ConflictDialog = lazy(async () => ({ default: (await import("#features/history/ConflictDialog.tsx")).ConflictDialog }));

const HelpBeside = lazy(async () => ({ default: (await import("./HelpBeside.tsx")).HelpBeside }));

const loadPalette = () => import("./palette/Palette.tsx");
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const loadSheet = () => import("./shortcuts/ShortcutsSheet.tsx");
const ShortcutsSheet = lazy(async () => ({ default: (await loadSheet()).ShortcutsSheet }));

/** Fetched when the browser has nothing better to do: the first Ctrl K opens at once. */
function preloadPalette() {
	const later = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1500));
	later(() => void Promise.allSettled([loadPalette(), loadSheet()]));
}

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
	const isOnline = useOnline();
	const isDisputed = useConflict(({ conflict }) => conflict !== null);
	const navigate = useNavigate();
	const location = useLocation();
	useLiveChanges();
	const canVisit = may("createVisit");
	const [over, setOver] = useState<"palette" | "shortcuts" | null>(null);
	const search = () => setOver("palette");
	const showShortcuts = useCallback(() => setOver("shortcuts"), []);
	useShortcuts({
		search,
		sheet: showShortcuts,
		undo: pressLastAction,
		logVisit: () => canVisit && navigate(paths.newVisit()),
	});
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
							<LinkButton to={paths.newVisit()} icon="plus">
								{words.logVisit}
							</LinkButton>
						)
					}
					connection={<ConnectionState isOnline={isOnline} label={isOnline ? words.online : words.offline} />}
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
			bottomBar={<BottomBar items={bottom} groups={groups} />}
		>
			<PrintedOn />
			<Suspense fallback={<Skeleton />} key={location.pathname.split("/")[1]}>
				<Outlet />
			</Suspense>
			<ScrollRestoration />
			<SessionGuard />
			<Suspense>{isDisputed && <ConflictDialog />}</Suspense>
			<Suspense>
				{over === "palette" && <Palette onClose={() => setOver(null)} onShortcuts={showShortcuts} />}
				{over === "shortcuts" && <ShortcutsSheet canVisit={canVisit} onClose={() => setOver(null)} />}
			</Suspense>
		</ShellLayout>
	);
}
