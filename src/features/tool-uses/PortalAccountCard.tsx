import type { PortalAccount, PortalState } from "#contract/portal-accounts.ts";
import { isPortalStep, type PortalStep, portalSteps, type ToolUse } from "#contract/tool-uses.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { type Fact, Facts } from "#ui/Facts.tsx";
import { Tag } from "#ui/Tag.tsx";
import { panelText } from "./panel-text.ts";
import { stateTone } from "./state-tone.ts";
import styles from "./ToolUsesPanel.module.css";

/** What usually comes next, one press away. */
const nextOf: Record<PortalState | "none", readonly ToolUse["event"][]> = {
	none: ["toOpen", "opened", "account"],
	toOpen: ["opened", "account"],
	opened: ["account"],
	active: ["search", "profileView", "contact", "validatedOffer", "dormant"],
	dormant: ["account", "search"],
};

type Props = { account: PortalAccount | null; uses: readonly ToolUse[]; onAdd: ((event: ToolUse["event"]) => void) | null };

/** How the employer's account of the Portail stands, by which dated steps, and what it served for. */
export function PortalAccountCard({ account, uses, onAdd }: Props) {
	const words = useWords(panelText).account;
	const { number, prose } = useFormat();
	const { term, personName } = useReference();
	/** The step as it was first said; the last time, of what comes back. */
	const told = (step: PortalStep): Fact[] => {
		const said = uses.filter(({ event }) => event === step);
		const fact = step === "dormant" ? said[0] : said.at(-1);
		if (!fact) return [];
		const by = [words.sources[fact.source], fact.helpedById && words.withHelp(personName(fact.helpedById))].filter(Boolean).join(", ");
		return [{ label: term("portalEvent", step), value: `${prose(fact.occurredOn)} · ${by}` }];
	};
	const counts: Fact[] = account
		? (
				[
					["search", account.searches],
					["profileView", account.profileViews],
					["contact", account.contacts],
					["validatedOffer", account.validatedOffers],
				] as const
			).map(([event, count]) => ({ label: words.counts[event], value: number(count), strong: count > 0 }))
		: [];
	const facts = [...portalSteps.flatMap(told), ...counts];
	return (
		<Card
			title={words.title}
			aside={
				account ? (
					<>
						<Tag tone={stateTone[account.state]}>{words.states[account.state]}</Tag> {words.since(prose(account.sinceOn))}
					</>
				) : (
					words.none
				)
			}
			padded
		>
			<div className={styles.account}>
				{facts.length > 0 && <Facts items={facts} />}
				{onAdd && (
					<fieldset className={styles.steps}>
						<legend className="visually-hidden">{words.next}</legend>
						{nextOf[account?.state ?? "none"].map((event) => (
							<Button key={event} size="small" icon="plus" onClick={() => onAdd(event)}>
								{isPortalStep(event) ? term("portalEvent", event) : words.counts[event as keyof typeof words.counts]}
							</Button>
						))}
					</fieldset>
				)}
			</div>
		</Card>
	);
}
