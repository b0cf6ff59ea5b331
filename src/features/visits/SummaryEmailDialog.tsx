import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { getEmployer } from "#contract/employers.ts";
import { createFollowUp, listFollowUps, updateFollowUp } from "#contract/follow-ups.ts";
import { listOccupations } from "#contract/reference.ts";
import type { Visit } from "#contract/visits.ts";
import { apiQuery, useApiMutation } from "#lib/api.ts";
import { forgetDraft, keepDraft, readDraft } from "#lib/drafts.ts";
import { call } from "#lib/http.ts";
import { useReference } from "#lib/reference.ts";
import { useSession } from "#lib/session.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Dialog } from "#ui/Dialog.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedArea } from "#ui/GuardedArea.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import { TextInput } from "#ui/TextInput.tsx";
import { emailText } from "./email-text.ts";

import styles from "./Report.module.css";
import { type Letter, mailtoOf, summaryEmail } from "./summary-email.ts";
import { touchedByVisits } from "./touched.ts";

type SummaryEmailDialogProps = { visit: Visit; employerId: string; onClose: () => void };

/** The French labels of the occupations named, read once. */
const occupationsQuery = (codes: string[]) => ({
	queryKey: ["listOccupations", { codes }] as const,
	queryFn: async () => {
		const pages = await Promise.all(codes.map((code) => call(listOccupations, { query: { q: code } })));
		return Object.fromEntries(pages.flatMap(({ items }) => items.map(({ code, labelFr }) => [code, labelFr])));
	},
});

/** What the employer receives after a visit: made of the report, corrected at will, copied or opened in the mail program; said to be sent, it is a follow-up done. */
export function SummaryEmailDialog(props: SummaryEmailDialogProps) {
	const { visit, employerId, onClose } = props;
	const words = useWords(emailText);
	const reference = useReference();
	const { person } = useSession();
	const codes = [...new Set((visit.report.needs ?? []).flatMap(({ occupationCode }) => occupationCode || []))];
	const { data: employer } = useQuery(apiQuery(getEmployer, { params: { id: employerId } }));
	const { data: labels } = useQuery(occupationsQuery(codes));
	if (!employer || !labels)
		return (
			<Dialog title={words.title} onClose={onClose} size="large">
				<Skeleton shape="rows" rows={6} />
			</Dialog>
		);
	const french = (vocabulary: string) => (code: string) => reference.vocabularies[vocabulary]?.find((term) => term.code === code)?.labelFr ?? code;
	const met = (visit.report.contactIds ?? []).flatMap((id) => employer.contacts.find((contact) => contact.id === id) ?? []);
	const made = summaryEmail(visit, {
		met,
		occupation: (code) => labels[code] ?? code,
		solution: french("solution"),
		kind: french("followUpKind"),
		person: reference.personName,
		sender: person.name,
		region: person.regionName,
	});
	return <LetterForm {...props} made={made} />;
}

function LetterForm({ visit, employerId, onClose, made }: SummaryEmailDialogProps & { made: Letter }) {
	const words = useWords(emailText);
	const { today } = useReference();
	const { person } = useSession();
	const key = `jalon.letter.${person.id}.${visit.id}`;
	const [sent, setSent] = useState<Letter>(() => readDraft<Letter>(key) ?? made);
	const isChanged = sent.subject !== made.subject || sent.body !== made.body || sent.to.join() !== made.to.join();
	useEffect(() => {
		if (isChanged) keepDraft(key, sent);
		else forgetDraft(key);
	}, [isChanged, key, sent]);
	const [ids] = useState(() => ({ create: crypto.randomUUID(), done: crypto.randomUUID() }));
	const after = {
		invalidates: touchedByVisits,
		onSuccess: () => {
			forgetDraft(key);
			addToast({ text: words.recorded });
			onClose();
		},
		onError: () => addToast({ tone: "error" as const, text: words.failed }),
	};
	const create = useApiMutation(createFollowUp, after);
	const update = useApiMutation(updateFollowUp, after);
	const { data: waiting } = useQuery(
		apiQuery(listFollowUps, { query: { filter: `employerId==${employerId};kind==summaryEmail;done==false`, sort: "dueOn", limit: 20 } }),
	);
	const copy = () =>
		navigator.clipboard.writeText(sent.body).then(
			() => addToast({ text: words.copied }),
			() => addToast({ tone: "error", text: words.notCopied }),
		);
	const open = () => {
		const { href, hasBody } = mailtoOf(sent);
		// Too long for an address: the text goes by the clipboard.
		if (!hasBody) void copy().then(() => addToast({ tone: "info", text: words.paste }));
		window.location.assign(href);
	};
	const recordSent = () => {
		const open = waiting?.items.find(({ visitId }) => visitId === visit.id) ?? waiting?.items.find(({ can }) => can.update);
		if (open) update.mutate({ params: { id: open.id }, body: { doneOn: today }, ifMatch: open.version, base: open, idempotencyKey: ids.done });
		else
			create.mutate({
				body: { id: ids.create, employerId, kind: "summaryEmail", title: words.followUp, ownerId: person.id, dueOn: today, doneOn: today },
				idempotencyKey: ids.create,
			});
	};
	return (
		<Dialog
			title={words.title}
			onClose={onClose}
			onSubmit={recordSent}
			size="large"
			footer={
				<>
					<Button icon="copy" onClick={() => void copy()}>
						{words.copy}
					</Button>
					<Button onClick={open}>{words.open}</Button>
					<Button type="submit" variant="primary" busy={create.isPending || update.isPending}>
						{words.sent}
					</Button>
				</>
			}
		>
			<div className={styles.letter}>
				<p className="muted">{words.help}</p>
				<Field label={words.to} help={made.to.length === 0 ? words.noAddress : undefined}>
					<TextInput
						type="email"
						multiple
						value={sent.to.join(", ")}
						onChange={({ target }) => setSent({ ...sent, to: target.value.split(/[\s,;]+/).filter(Boolean) })}
					/>
				</Field>
				<Field label={words.subject}>
					<TextInput value={sent.subject} autoComplete="off" lang="fr-CA" onChange={({ target }) => setSent({ ...sent, subject: target.value })} />
				</Field>
				<Field label={words.body}>
					<GuardedArea
						field="summaryEmail"
						record={{ entity: "visit", recordId: visit.id }}
						data-autofocus
						rows={16}
						lang="fr-CA"
						value={sent.body}
						onChange={({ target }) => setSent({ ...sent, body: target.value })}
					/>
				</Field>
				{isChanged && (
					<Button variant="quiet" size="small" icon="undo" onClick={() => setSent(made)}>
						{words.restore}
					</Button>
				)}
			</div>
		</Dialog>
	);
}
