import { useEffect, useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { fold } from "#contract/fold.ts";
import { currentPageActions, type PageAction } from "#lib/page-actions.ts";
import { paths } from "#lib/paths.ts";
import { readRecents, recentsNow } from "#lib/recents.ts";
import { useMay, useSession } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { openVisitLog } from "#lib/visit-log.ts";
import { useWords } from "#lib/words.ts";
import type { CommandItem, CommandSection } from "#ui/command/command.ts";
import { type IconName, iconPaths } from "#ui/icon-paths.ts";
import { text as appText } from "../text.ts";
import { useNavigation } from "../use-navigation.ts";
import { text } from "./text.ts";

const iconOf = (name: string | undefined, otherwise: IconName): IconName => (name && name in iconPaths ? (name as IconName) : otherwise);

/** Each word typed begins a word of the label. */
function matches(label: string, typed: string): boolean {
	const words = ` ${fold(label)}`;
	return fold(typed)
		.split(" ")
		.every((word) => words.includes(` ${word}`));
}

/** What can be done and where one can go without asking the API: the page's own actions first, then what was opened lately, then the pages. */
export function useCommands(typed: string, showShortcuts: () => void): { sections: CommandSection[]; run: (item: CommandItem) => void } {
	const words = useWords(text);
	const { logVisit } = useWords(appText);
	const may = useMay();
	const { person } = useSession();
	const { groups } = useNavigation();
	const navigate = useNavigate();
	// As they were when the palette was opened over them.
	const [offered] = useState(currentPageActions);
	const [opened, setOpened] = useState(() => recentsNow(person.id));
	useEffect(() => void readRecents(person.id).then(setOpened), [person.id]);
	const recents = opened.filter(({ to }) => to !== window.location.pathname);
	const general = useMemo((): PageAction[] => {
		const copyLink = async () => {
			try {
				await navigator.clipboard.writeText(window.location.href);
				addToast({ text: words.linkCopied });
			} catch {
				addToast({ tone: "error", text: words.linkNotCopied });
			}
		};
		return [
			...(may("createVisit") ? [{ id: "logVisit", label: logVisit, icon: "plus", to: paths.newVisit() }] : []),
			{ id: "copyLink", label: words.copyLink, icon: "copy", run: () => void copyLink() },
			{ id: "shortcuts", label: words.shortcuts, icon: "help", run: showShortcuts },
		];
	}, [words, logVisit, may, showShortcuts]);
	// On a record, logging a visit is logging a visit there.
	const own = new Set(offered.flatMap(({ actions }) => actions.map(({ label }) => label)));
	const blocks = [...offered, { title: words.general, actions: general.filter(({ label }) => !own.has(label)) }];
	const actions = new Map<string, PageAction>();
	const sections: CommandSection[] = blocks.map(({ title, actions: ones }, block) => ({
		id: `actions-${block}`,
		title,
		items: ones.map((action) => {
			const id = `action-${block}-${action.id}`;
			actions.set(id, action);
			return { id, label: action.label, icon: iconOf(action.icon, "chevronRight"), ...("to" in action ? { href: action.to } : {}) };
		}),
	}));
	const [last] = sections.splice(-1);
	sections.push(
		{
			id: "recents",
			title: words.recents,
			items: recents.map(({ to, label, detail, icon }) => ({ id: `recent-${to}`, label, detail, icon: iconOf(icon, "clock"), href: to })),
		},
		{
			id: "pages",
			title: words.goTo,
			items: groups.flatMap(({ items }) => items.map(({ to, label, icon }) => ({ id: `page-${to}`, label: words.goToPage(label), icon, href: to }))),
		},
	);
	// What is always there comes after what is only here.
	if (last) sections.splice(offered.length === 0 ? 0 : sections.length, 0, last);
	const shown = sections.map((section) => ({ ...section, items: section.items.filter(({ label }) => typed.trim() === "" || matches(label, typed)) }));
	return {
		sections: shown.filter(({ items }) => items.length > 0),
		run: (item) => {
			const action = actions.get(item.id);
			if (action && "run" in action) action.run();
			else if (item.href?.split("?")[0] === paths.newVisit()) openVisitLog(item.href);
			else if (item.href) void navigate(item.href);
		},
	};
}
