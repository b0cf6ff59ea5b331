import { useCallback, useRef, useState } from "react";
import { useHref } from "react-router";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { CommandDialog } from "#ui/command/CommandDialog.tsx";
import type { CommandItem, CommandSection } from "#ui/command/command.ts";
import { text } from "./text.ts";
import { useCommands } from "./use-commands.ts";
import { useFound } from "./use-found.ts";

/** Ctrl K: what can be done here, what was opened lately, the pages, and whatever the API finds. */
export function Palette({ onClose, onShortcuts }: { onClose: () => void; onShortcuts: () => void }) {
	const words = useWords(text);
	const { plural } = useFormat();
	const [typed, setTyped] = useState("");
	const commands = useCommands(typed, onShortcuts);
	const found = useFound(typed);
	const base = useHref("/");
	const q = typed.trim();
	const mayList = useMay()("listEmployers");
	const inEmployers: CommandSection[] =
		q !== "" && mayList
			? [{ id: "list", title: words.goTo, items: [{ id: "in-employers", label: words.inEmployers(q), icon: "list", href: paths.employers({ q }) }] }]
			: [];
	// What is offered already as a recent is not offered twice.
	const offered = new Set(commands.sections.flatMap(({ items }) => items.map(({ href }) => href)));
	const fresh = found.sections.map((section) => ({
		...section,
		items: section.items.filter(({ href, id }) => !id.startsWith("employer-") || !offered.has(href)),
	}));
	const results = fresh
		.filter(({ items }) => items.length > 0)
		.map((section, index) => (index === 0 && found.isNear ? { ...section, title: `${section.title} — ${words.near}` } : section));
	const sections = [...commands.sections, ...results, ...(found.isBusy && found.sections.length === 0 ? [] : inEmployers)];
	const count = sections.reduce((sum, { items }) => sum + items.length, 0);
	const { run } = commands;
	const latest = useRef({ run, onClose });
	latest.current = { run, onClose };
	const choose = useCallback(
		(item: CommandItem, inNewTab: boolean) => {
			if (inNewTab && item.href) {
				window.open(`${base.replace(/\/$/, "")}${item.href}`, "_blank", "noopener");
				return;
			}
			latest.current.onClose();
			// Once the focus is back where it was: an action may take it elsewhere.
			queueMicrotask(() => latest.current.run(item));
		},
		[base],
	);
	return (
		<CommandDialog
			label={words.label}
			placeholder={words.placeholder}
			query={typed}
			onQuery={setTyped}
			sections={sections}
			isBusy={found.isBusy}
			empty={found.isBusy ? words.searching : found.hasFailed ? words.failed : words.nothing}
			status={found.isBusy ? words.searching : found.hasFailed ? words.failed : plural(count, words.results.one, words.results.other)}
			hints={[
				{ keys: words.keys.arrows, label: words.hints.choose },
				{ keys: words.keys.enter, label: words.hints.open },
				{ keys: words.keys.newTab, label: words.hints.newTab },
				{ keys: words.keys.escape, label: words.hints.close },
			]}
			onChoose={choose}
			onClose={onClose}
		/>
	);
}
