import { useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { type Digest, type DigestPreference, digestLanguages, getDigest, updateDigestPreference } from "#contract/digests.ts";
import { optimistic, useApiMutation } from "#lib/api.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { useFormat } from "#lib/format.ts";
import { reads } from "#lib/reads.ts";
import { addToast } from "#lib/toasts.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { Checkbox } from "#ui/Checkbox.tsx";
import { Field } from "#ui/Field.tsx";
import { Select } from "#ui/Select.tsx";
import styles from "./MailCard.module.css";
import { text } from "./text.ts";

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Where today's e-mail stands, and how one wants it; each choice is kept as it is made. */
export function MailCard({ digest }: { digest: Digest }) {
	const words = useWords(text).mail;
	const { preference, mail } = digest;
	const canArrive = mail.isSetUp && mail.address !== null;
	const box = useRef<HTMLDivElement>(null);
	const { hash } = useLocation();
	// The e-mail's link leads here.
	useEffect(() => {
		if (hash === "#reception") box.current?.scrollIntoView({ block: "center" });
	}, [hash]);
	const { mutate } = useApiMutation(updateDigestPreference, {
		invalidates: reads("getDigest"),
		optimistic: ({ body }) => [
			optimistic(getDigest, (data) => ({
				...data,
				preference: { ...data.preference, ...(body as Partial<DigestPreference>), version: data.preference.version + 1 },
			})),
		],
		onError: (error) => addToast({ tone: "error", text: `${words.notSaved} ${errorSentence(error)}` }),
	});
	const change = (body: Partial<Omit<DigestPreference, "version">>) => mutate({ body, ifMatch: preference.version });
	return (
		<div ref={box} id="reception">
			<Card title={words.title} padded>
				<div className={styles.form}>
					<p className={styles.intro}>{words.intro}</p>
					{/* Where no e-mail can arrive, there is nothing to choose. */}
					{canArrive && <Checkbox label={words.byMail} checked={preference.byMail} onChange={({ target }) => change({ byMail: target.checked })} />}
					{canArrive && preference.byMail && (
						<>
							<Field label={words.hour}>
								<Select
									value={preference.hour}
									options={hours.map((hour) => ({ value: String(hour), label: words.hourOf(hour) }))}
									onChange={({ target }) => change({ hour: Number(target.value) })}
								/>
							</Field>
							<Checkbox
								label={words.workingDaysOnly}
								checked={preference.workingDaysOnly}
								onChange={({ target }) => change({ workingDaysOnly: target.checked })}
							/>
							<Field label={words.language}>
								<Select
									value={preference.language}
									options={digestLanguages.map((language) => ({ value: language, label: words.languages[language] }))}
									onChange={({ target }) => change({ language: digestLanguages.find((one) => one === target.value) ?? "fr" })}
								/>
							</Field>
						</>
					)}
					<p className={styles.state} role="status">
						<MailLine digest={digest} />
					</p>
				</div>
			</Card>
		</div>
	);
}

function MailLine({ digest: { mail, preference } }: { digest: Digest }) {
	const words = useWords(text).mail;
	const { moment } = useFormat();
	if (!mail.isSetUp) return words.notSetUp;
	if (mail.address === null) return words.noAddress;
	if (mail.state === "sent" && mail.sentAt) return words.sent(moment(mail.sentAt));
	if (!preference.byMail) return words.off;
	if (mail.state === "nothing") return words.nothing;
	if (mail.state) return words.late;
	return words.next(words.hourOf(preference.hour));
}
