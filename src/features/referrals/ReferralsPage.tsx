import { useMemo, useState } from "react";
import { Navigate, useLocation, useNavigationType, useSearchParams } from "react-router";
import { type Referral, referralFields } from "#contract/referrals.ts";
import { useFormat } from "#lib/format.ts";
import { useNaming } from "#lib/list-naming.ts";
import { useListView } from "#lib/list-view.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { withParameters } from "#lib/search-parameters.ts";
import { useMay, useSession } from "#lib/session.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { ListPage } from "#ui/list/ListPage.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { LazyReferralDialog } from "./LazyReferralDialog.tsx";
import { ReferralPanel } from "./ReferralPanel.tsx";
import styles from "./ReferralsPage.module.css";
import { referralsSource } from "./referrals-source.ts";
import { text } from "./text.ts";
import { useReferralColumns, useSavedOfSignals } from "./use-referral-columns.tsx";
import { filterOfView, openingView, referralViews, viewOfFilter } from "./views.ts";

/** What the views choose by themselves. */
const fieldsOfViews = ["toPersonId", "fromPersonId", "sideId", "open", "unanswered"];
const rowKey = ({ id }: Referral) => id;

/** Codes and people, as a person reads them. */
function useReferralNaming() {
	const words = useWords(text);
	const { term, personName, servicePoints } = useReference();
	const codes = useMemo(
		() => ({
			reason: (code: string) => term("referralReason", code),
			toServicePointId: (id: string) => servicePoints.find((point) => point.id === id)?.name ?? id,
			volet: (code: string) => term("newcomerVolet", code),
			toService: (code: string) => term("referralService", code),
			outcome: (code: string) => term("referralOutcome", code),
			fromPersonId: personName,
			toPersonId: personName,
			sideId: personName,
		}),
		[term, personName, servicePoints],
	);
	return useNaming(referralFields, words, codes);
}

/** What was sent and what was received, and what is still waited for: an agent of integration begins the day here. */
export function ReferralsPage() {
	const words = useWords(text);
	const { plural } = useFormat();
	const { person } = useSession();
	const may = useMay();
	const [search, setSearch] = useSearchParams();
	const view = useListView(referralsSource);
	const columns = useReferralColumns();
	const alsoSaved = useSavedOfSignals();
	const naming = useReferralNaming();
	const [isAdding, setAdding] = useState(false);
	const { search: asked } = useLocation();
	// The navigation's link, pressed on this very page, opens it anew; filters taken off one by one leave everything.
	const isOpenedAnew = useNavigationType() === "PUSH" && asked === "";
	if (isOpenedAnew) return <Navigate replace to={paths.referrals({ filtre: filterOfView(openingView(person), person) })} />;
	const { state } = view;
	const shownId = search.get("aiguillage");
	const set = (changes: Record<string, string | null>) => setSearch(withParameters(search, changes), { replace: true, preventScrollReset: true });
	const shown = viewOfFilter(state.filter, person);
	const calm = { received: words.noneReceived, unanswered: words.noneWaiting };
	return (
		<div className={styles.page}>
			<div className={styles.content}>
				<ListPage
					view={view}
					naming={naming}
					title={words.title}
					caption={words.caption}
					search={words.search}
					facetsLabel={words.facets}
					facetOrder={{ state: ["sent", "acknowledged", "closed", "declined", "withdrawn"], unanswered: ["true", "false"], escalated: ["true", "false"] }}
					columns={columns}
					alsoSaved={alsoSaved}
					rowKey={rowKey}
					rowHref={({ id }) => `?${withParameters(search, { aiguillage: id })}`}
					onPeek={({ id }) => set({ aiguillage: id })}
					currentKey={shownId ?? undefined}
					defaultSort="-sentOn"
					footer={plural(view.rows.total, words.referrals.one, words.referrals.other)}
					actions={
						may("createReferral") && (
							<Button icon="plus" size="small" onClick={() => setAdding(true)}>
								{words.form.add}
							</Button>
						)
					}
					toolbar={
						<Segmented
							label={words.views.label}
							hideLabel
							compact
							value={shown}
							onChange={(next) => set({ filtre: filterOfView(next, person) })}
							options={referralViews.map((value) => ({ value, label: words.views[value] }))}
						/>
					}
					toolbarFields={shown ? fieldsOfViews : undefined}
					noMatch={state.q === "" && (shown === "received" || shown === "unanswered") ? { icon: "check", ...calm[shown] } : undefined}
					none={{ icon: "newcomers", title: words.none.title, text: words.none.text }}
				/>
			</div>
			{shownId && <ReferralPanel key={shownId} id={shownId} onClose={() => set({ aiguillage: null })} />}
			{isAdding && <LazyReferralDialog referral={null} onClose={() => setAdding(false)} />}
		</div>
	);
}
