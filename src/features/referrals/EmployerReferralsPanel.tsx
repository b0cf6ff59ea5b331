import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Link } from "react-router";
import type { Employer } from "#contract/employers.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useMay } from "#lib/session.ts";
import { useDestinationName } from "#lib/use-destination-name.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { EmptyState } from "#ui/EmptyState.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { LazyReferralDialog } from "./LazyReferralDialog.tsx";
import { employerReferralsQuery, referralsOf, referralsShown } from "./panel-queries.ts";
import { panelText } from "./panel-text.ts";
import { ReferralTag } from "./ReferralTag.tsx";

const SignalDialog = lazy(async () => ({ default: (await import("./SignalDialog.tsx")).SignalDialog }));

/** To whom this employer was sent, and what came of it; a way to send it. */
export function EmployerReferralsPanel({ employer }: { employer: Pick<Employer, "id" | "can"> }) {
	const words = useWords(panelText);
	const may = useMay();
	const { term } = useReference();
	const destination = useDestinationName();
	const { data, error, refetch } = useQuery(employerReferralsQuery(employer.id));
	const [asked, setAsked] = useState<"referral" | "signal" | null>(null);
	const close = () => setAsked(null);
	const items = data?.items ?? [];
	const filtre = referralsOf(employer.id);
	const add = employer.can.update && may("createReferral") && (
		<>
			<Button size="small" icon="plus" onClick={() => setAsked("referral")}>
				{words.add}
			</Button>
			<Button size="small" variant="quiet" onClick={() => setAsked("signal")}>
				{words.count}
			</Button>
		</>
	);
	return (
		<Card
			title={words.title}
			aside={items.length > 0 && add}
			footer={data && data.total > referralsShown && <Link to={paths.referrals({ filtre })}>{words.all(data.total)}</Link>}
		>
			{!data && !error && <Skeleton shape="rows" rows={2} />}
			{error && !data && <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />}
			{data && items.length === 0 && <EmptyState compact icon="newcomers" title={words.none.title} text={words.none.text} action={add} />}
			{items.length > 0 && (
				<ItemList label={words.title}>
					{items.map((item) => (
						<Item key={item.id} title={<Link to={paths.referrals({ filtre, aiguillage: item.id })}>{destination(item)}</Link>} end={<ReferralTag {...item} />}>
							{term("referralReason", item.reason)}
						</Item>
					))}
				</ItemList>
			)}
			{asked === "referral" && <LazyReferralDialog referral={null} employerId={employer.id} onClose={close} />}
			<Suspense>{asked === "signal" && <SignalDialog employerId={employer.id} onClose={close} />}</Suspense>
		</Card>
	);
}
