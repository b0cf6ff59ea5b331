import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { createCalendarFeed, deleteCalendarFeed, getCalendarFeed, updateCalendarFeed } from "#contract/calendar.ts";
import { apiQuery, useApiMutation } from "#lib/api.ts";
import { apiBase } from "#lib/config.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { Checkbox } from "#ui/Checkbox.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import styles from "./AccountPage.module.css";
import { CalendarAddress } from "./CalendarAddress.tsx";
import { calendarText } from "./calendar-text.ts";

const sayFailure = (failure: Error) => addToast({ tone: "error", text: errorSentence(failure) });

/** Where a calendar reads one's visits: the address is a secret, shown once, and dead as soon as it is changed or revoked. */
export function CalendarCard() {
	const words = useWords(calendarText);
	const { moment } = useFormat();
	const { data, error, refetch } = useQuery(apiQuery(getCalendarFeed, {}));
	const [isWanted, setWanted] = useState(false);
	/** Kept by this page alone, until it is left. */
	const [address, setAddress] = useState<string | null>(null);
	const feed = data?.feed ?? null;
	const withFollowUps = feed?.withFollowUps ?? isWanted;

	const creating = useApiMutation(createCalendarFeed, {
		invalidates: [getCalendarFeed],
		onSuccess: ({ file }) => {
			setAddress(new URL(`${apiBase()}/calendar/${file}`, window.location.href).href);
			if (feed) addToast({ text: words.renewed });
		},
		onError: sayFailure,
	});
	const changing = useApiMutation(updateCalendarFeed, {
		invalidates: [getCalendarFeed],
		onSuccess: (changed) => addToast({ text: changed.withFollowUps ? words.followUpsIn : words.followUpsOut }),
		onError: sayFailure,
	});
	const revoking = useApiMutation(deleteCalendarFeed, {
		invalidates: [getCalendarFeed],
		onSuccess: () => {
			setAddress(null);
			addToast({ text: words.revoked });
		},
		onError: sayFailure,
	});
	if (error && !data) return <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />;
	return (
		<Card title={words.title} padded>
			<div className={styles.calendar}>
				<p className={styles.said}>{words.explanation}</p>
				{!data && <Skeleton />}
				{data && (
					<Checkbox
						label={words.withFollowUps}
						checked={withFollowUps}
						onChange={({ target }) => (feed ? changing.mutate({ body: { withFollowUps: target.checked } }) : setWanted(target.checked))}
					/>
				)}
				{address && <CalendarAddress address={address} />}
				{feed && (
					<p className={styles.said}>
						{words.created(moment(feed.createdAt))} {feed.lastReadAt ? words.read(moment(feed.lastReadAt)) : words.neverRead}
					</p>
				)}
				{data && (
					<div className={styles.buttons}>
						<Button variant={feed ? undefined : "primary"} busy={creating.isPending} onClick={() => creating.mutate({ body: { withFollowUps } })}>
							{feed ? words.renew : words.create}
						</Button>
						{feed && (
							<Button variant="quiet" busy={revoking.isPending} onClick={() => revoking.mutate({})}>
								{words.revoke}
							</Button>
						)}
					</div>
				)}
			</div>
		</Card>
	);
}
