import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { StageSetting } from "#contract/stages.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { paths } from "#lib/paths.ts";
import { useLanguage } from "#lib/preferences.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { HistoryLink } from "#ui/HistoryLink.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { stagesQuery } from "./queries.ts";
import { StageDialog } from "./StageDialog.tsx";
import styles from "./Stages.module.css";
import { text } from "./text.ts";

/** The stages as the region words them and times them. */
export function StagesPage() {
	const words = useWords(text);
	const { plural } = useFormat();
	const language = useLanguage();
	const may = useMay();
	const { data, error, refetch } = useQuery(stagesQuery);
	const [edited, setEdited] = useState<StageSetting | null>(null);
	return (
		<>
			<PageTitle title={words.title} />
			<p className={styles.intro}>{words.intro}</p>
			{error && !data && <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />}
			{!error && !data && <Skeleton shape="rows" rows={11} />}
			{data && (
				<Card>
					<ItemList label={words.list}>
						{data.items.map((one) => {
							const [label, other] = language === "fr" ? [one.labelFr, one.labelEn] : [one.labelEn, one.labelFr];
							return (
								<Item
									key={one.id}
									title={label}
									end={
										<>
											{one.can.update && (
												<Button size="small" variant="quiet" icon="edit" onClick={() => setEdited(one)} aria-label={words.editStage(label)}>
													{words.edit}
												</Button>
											)}
											{may("listHistory") && <HistoryLink to={paths.history("etape", one.id)} of={label} />}
										</>
									}
								>
									<div>{one.staleAfterDays === null ? words.never : words.sleepsAfter(plural(one.staleAfterDays, words.days.one, words.days.other))}</div>
									<div lang={language === "fr" ? "en" : "fr"}>{other}</div>
								</Item>
							);
						})}
					</ItemList>
				</Card>
			)}
			{edited && <StageDialog stage={edited} onClose={() => setEdited(null)} />}
		</>
	);
}
