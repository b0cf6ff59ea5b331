import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { SignalProtocol } from "#contract/questions.ts";
import { paths } from "#lib/paths.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { HistoryLink } from "#ui/HistoryLink.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { Tag } from "#ui/Tag.tsx";
import { ProtocolDialog } from "./ProtocolDialog.tsx";
import styles from "./QuestionsPage.module.css";
import { protocolSettingsQuery } from "./settings-loader.ts";
import { settingsText } from "./settings-text.ts";

/** What is done about each signal, whatever raises it. */
export function ProtocolsCard() {
	const words = useWords(settingsText).protocols;
	const language = useLanguage();
	const may = useMay();
	const { term } = useReference();
	const { data } = useQuery(protocolSettingsQuery);
	const [edited, setEdited] = useState<SignalProtocol | null>(null);
	if (!data) return null;
	return (
		<Card title={words.title} className={styles.protocols}>
			<p className={styles.note}>{words.intro}</p>
			<ItemList label={words.title}>
				{data.items.map((protocol) => {
					const name = term("signal", protocol.signal);
					return (
						<Item
							key={protocol.id}
							title={
								<>
									{name} <Tag tone={protocol.level}>{words.levels[protocol.level]}</Tag>
								</>
							}
							end={
								protocol.can.update && (
									<>
										<Button size="small" variant="quiet" icon="edit" onClick={() => setEdited(protocol)} aria-label={words.editOf(name)}>
											{words.edit}
										</Button>
										{may("listHistory") && <HistoryLink to={paths.history("protocole", protocol.id)} of={name} />}
									</>
								)
							}
						>
							{language === "fr" ? protocol.protocolFr : protocol.protocolEn}
						</Item>
					);
				})}
			</ItemList>
			{edited && <ProtocolDialog protocol={edited} onClose={() => setEdited(null)} />}
		</Card>
	);
}
