import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import type { NeedMovement } from "#contract/need-movements.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { shortOccupation } from "#lib/occupations.ts";
import { paths } from "#lib/paths.ts";
import { useMay } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Breadcrumb } from "#ui/Breadcrumb.tsx";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { HistoryLink } from "#ui/HistoryLink.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { ledgerText } from "./ledger-text.ts";
import { MovementsTable } from "./MovementsTable.tsx";
import { NeedFacts } from "./NeedFacts.tsx";
import styles from "./NeedPage.module.css";
import { ledgerQuery, needQuery } from "./need-queries.ts";
import { PostsState } from "./PostsState.tsx";
import { ToolsCard } from "./ToolsCard.tsx";

const NeedDialog = lazy(async () => ({ default: (await import("./NeedDialog.tsx")).NeedDialog }));
const MovementDialog = lazy(async () => ({ default: (await import("./MovementDialog.tsx")).MovementDialog }));

/** One need: what is asked, where its posts stand and how they came there. As of a day, which is in the address. */
export function NeedPage() {
	const words = useWords(ledgerText);
	const may = useMay();
	const { id = "" } = useParams();
	const [search, setSearch] = useSearchParams();
	const asOf = search.get("au");
	const { data: need } = useSuspenseQuery(needQuery(id));
	const { data: ledger, error, refetch } = useQuery(ledgerQuery(id, asOf));
	const [isEdited, setEdited] = useState(false);
	const [moved, setMoved] = useState<NeedMovement | "new" | null>(null);
	const { occupationLabel, occupationCode, employerId, employerName } = need;
	return (
		<>
			<Breadcrumb items={[{ label: words.needs, to: paths.labourNeeds() }, { label: shortOccupation(occupationLabel, 60) }]} />
			<PageTitle
				title={occupationLabel}
				sub={
					<>
						<Link to={paths.employer(employerId, "besoins")}>{employerName}</Link>
						{` · ${words.code(occupationCode)}`}
					</>
				}
				documentTitle={`${shortOccupation(occupationLabel, 60)} · ${employerName}`}
				actions={
					<>
						{may("listHistory") && <HistoryLink to={paths.history("besoin", id)} />}
						{need.can.update && may("updateLabourNeed") && (
							<Button size="small" icon="edit" onClick={() => setEdited(true)}>
								{words.edit}
							</Button>
						)}
					</>
				}
			/>
			<div className={styles.page}>
				<div className={styles.main}>
					{error && !ledger && <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />}
					<PostsState
						need={need}
						ledger={ledger}
						asOf={asOf}
						onAsOf={(day) => setSearch(day ? { au: day } : {}, { replace: true, preventScrollReset: true })}
					/>
					<Card
						title={words.movements.title}
						actions={
							ledger?.can.add &&
							may("createNeedMovement") && (
								<Button size="small" icon="plus" onClick={() => setMoved("new")}>
									{words.movements.add}
								</Button>
							)
						}
					>
						<MovementsTable ledger={ledger} onCorrect={setMoved} />
					</Card>
				</div>
				<div className={styles.main}>
					<ToolsCard need={need} />
					<NeedFacts need={need} />
				</div>
			</div>
			<Suspense>
				{isEdited && <NeedDialog need={need} onClose={() => setEdited(false)} />}
				{moved && <MovementDialog need={need} movement={moved === "new" ? null : moved} onClose={() => setMoved(null)} />}
			</Suspense>
		</>
	);
}
