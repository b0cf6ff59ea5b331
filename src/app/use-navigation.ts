import { useQuery } from "@tanstack/react-query";
import type { OperationId } from "#contract/endpoints.ts";
import { getNavigationCounts } from "#contract/navigation-counts.ts";
import { apiQuery } from "#lib/api.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { usePreferences } from "#lib/preferences.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import type { NavigationGroup, NavigationItem } from "#ui/shell/navigation.ts";
import { text } from "./text.ts";

/** What this person may open, with the counts that matter; a page that does not exist yet is not drawn. */
export function useNavigation(): { groups: NavigationGroup[]; bottom: NavigationItem[] } {
	const words = useWords(text);
	const { number } = useFormat();
	const may = useMay();
	const { data } = useQuery({ ...apiQuery(getNavigationCounts, {}), enabled: may("getNavigationCounts") });
	// Read after the page is drawn, by features/digests/UnseenAlerts.
	const { data: alerts } = useQuery<{ unseen: number }>({ queryKey: ["countAlerts", {}], enabled: false });
	const areStepsHidden = usePreferences(({ firstStepsHidden }) => firstStepsHidden);
	const count = (value: number | undefined) => (value === undefined ? undefined : number(value));
	const items = {
		myDay: {
			to: paths.myDay(),
			icon: "day",
			label: words.navigation.myDay,
			count: data?.myDueFollowUps ? count(data.myDueFollowUps) : undefined,
			countLabel: words.dueNow,
		},
		digest: {
			to: paths.digest(),
			icon: "mail",
			label: words.navigation.digest,
			count: alerts?.unseen ? count(alerts.unseen) : undefined,
			countLabel: words.newAlerts,
		},
		employers: { to: paths.employers(), icon: "employers", label: words.navigation.employers, count: count(data?.employers) },
		cases: { to: paths.supportCases(), icon: "cases", label: words.navigation.cases, count: count(data?.supportCases) },
		needs: { to: paths.labourNeeds(), icon: "needs", label: words.navigation.needs, count: count(data?.openPosts), countLabel: words.openPosts },
		visits: { to: paths.visits(), icon: "visits", label: words.navigation.visits },
		tours: { to: paths.tours(), icon: "pin", label: words.navigation.tours },
		followUps: {
			to: paths.followUps(),
			icon: "followUps",
			label: words.navigation.followUps,
			count: data?.lateFollowUps ? count(data.lateFollowUps) : undefined,
			hot: true,
			countLabel: words.late,
		},
		referrals: { to: paths.referrals(), icon: "newcomers", label: words.navigation.referrals },
		portal: { to: paths.portal(), icon: "portal", label: words.navigation.portal },
		toolUses: { to: paths.toolUses(), end: true, icon: "list", label: words.navigation.toolUses },
		missions: { to: paths.missions(), icon: "missions", label: words.navigation.missions },
		immigration: { to: paths.immigration(), icon: "immigration", label: words.navigation.immigration },
		dashboard: { to: paths.dashboard(), icon: "dashboard", label: words.navigation.dashboard },
		signals: { to: paths.signals(), icon: "warning", label: words.navigation.signals },
		firstSteps: { to: paths.firstSteps(), icon: "check", label: words.navigation.firstSteps },
		handOvers: { to: paths.handOvers(), icon: "handOver", label: words.navigation.handOvers },
		stages: { to: paths.stages(), icon: "settings", label: words.navigation.stages },
		vocabularies: { to: paths.vocabularies(), icon: "list", label: words.navigation.vocabularies },
		questionnaire: { to: paths.questionnaire(), icon: "report", label: words.navigation.questionnaire },
		marks: { to: paths.needMarks(), icon: "needs", label: words.navigation.marks },
		imports: { to: paths.imports(), icon: "upload", label: words.navigation.imports },
		people: { to: paths.people(), icon: "user", label: words.navigation.people },
		mail: { to: paths.mail(), icon: "mail", label: words.navigation.mail },
		accountEvents: { to: paths.accountEvents(), icon: "lock", label: words.navigation.accountEvents },
	} satisfies Record<string, NavigationItem>;
	const when = (operation: OperationId, item: NavigationItem) => (may(operation) ? [item] : []);
	const groups: NavigationGroup[] = [
		{
			items: [
				...when("getMyDay", items.myDay),
				...when("getDigest", items.digest),
				...when("listEmployers", items.employers),
				...when("getBoard", items.cases),
				...when("listLabourNeeds", items.needs),
				...when("listVisits", items.visits),
				...when("getTour", items.tours),
				...when("listFollowUps", items.followUps),
				...when("listReferrals", items.referrals),
			],
		},
		{
			label: words.navigation.recruitment,
			items: [
				...when("listPortalAccounts", items.portal),
				...when("listMissions", items.missions),
				...when("listImmigrationLines", items.immigration),
				...when("listToolUses", items.toolUses),
			],
		},
		{
			label: words.navigation.steering,
			items: [...when("getDashboard", items.dashboard), ...when("listSignals", items.signals), ...when("listHandOvers", items.handOvers)],
		},
		{
			label: words.navigation.settings,
			items: [
				...(areStepsHidden ? [] : when("getFirstSteps", items.firstSteps)),
				...when("updateStageSetting", items.stages),
				...when("updateTerm", items.vocabularies),
				...when("updateQuestion", items.questionnaire),
				...when("updateWageThreshold", items.marks),
				...when("listPeople", items.people),
				...when("listImports", items.imports),
				...when("getMailState", items.mail),
				...when("listAccountEvents", items.accountEvents),
			],
		},
	].filter((group) => group.items.length > 0);
	const all = groups.flatMap((group) => group.items);
	return {
		groups,
		bottom: may("listEmployers")
			? may("getMyDay")
				? [items.myDay, items.employers, items.visits, items.followUps]
				: [items.employers, items.cases, items.visits, items.followUps]
			: all.slice(0, 4),
	};
}
