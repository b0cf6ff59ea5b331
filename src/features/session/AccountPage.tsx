import { useQuery } from "@tanstack/react-query";
import { closeOtherSessions, listOwnSessions } from "#contract/account.ts";
import { useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { useMay, useSession } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Item, ItemList } from "#ui/ItemList.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Tag } from "#ui/Tag.tsx";
import styles from "./AccountPage.module.css";
import { CalendarCard } from "./CalendarCard.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import { ownSessionsQuery } from "./queries.ts";
import { text } from "./text.ts";

/** One's own account: the password, and where one is signed in. */
export function AccountPage() {
	const words = useWords(text);
	const { person, demonstration } = useSession();
	const may = useMay();
	const sessions = useQuery(ownSessionsQuery);
	return (
		<>
			<PageTitle title={words.account.title} sub={`${person.name} · ${words.roles[person.role]}`} />
			<div className={styles.cards}>
				{!demonstration && (
					<Card title={words.account.password} padded>
						<PasswordForm
							currentLabel={words.choosePassword.current}
							onChanged={() => {
								addToast({ text: words.choosePassword.saved });
								void sessions.refetch();
							}}
						/>
					</Card>
				)}
				<OwnSessions />
				{may("listVisits") && <CalendarCard />}
			</div>
		</>
	);
}

function OwnSessions() {
	const words = useWords(text).account;
	const { moment } = useFormat();
	const { data, error, refetch } = useQuery(ownSessionsQuery);
	const close = useApiMutation(closeOtherSessions, {
		invalidates: [listOwnSessions],
		onSuccess: () => addToast({ text: words.closed }),
		onError: (failure) => addToast({ tone: "error", text: errorSentence(failure) }),
	});
	const items = data?.items ?? [];
	if (error && !data) return <ErrorState title={words.failed} detail={errorSentence(error)} onRetry={() => void refetch()} />;
	return (
		<Card
			title={words.sessions}
			actions={
				<Button size="small" busy={close.isPending} disabledReason={items.length > 1 ? null : words.noOther} onClick={() => close.mutate({})}>
					{words.closeOthers}
				</Button>
			}
		>
			<ItemList label={words.sessions}>
				{items.map((session) => (
					<Item key={session.id} title={session.device ?? words.unknownDevice} end={session.isCurrent && <Tag tone="green">{words.thisOne}</Tag>}>
						{words.seen(moment(session.createdAt), moment(session.lastSeenAt))}
					</Item>
				))}
			</ItemList>
		</Card>
	);
}
