import { useSearchParams } from "react-router";
import { paths } from "#lib/paths.ts";
import { useWords } from "#lib/words.ts";
import { Banner } from "#ui/Banner.tsx";
import { Breadcrumb } from "#ui/Breadcrumb.tsx";
import { Button } from "#ui/Button.tsx";
import { Card } from "#ui/Card.tsx";
import { DateInput } from "#ui/DateInput.tsx";
import { Field } from "#ui/Field.tsx";
import { GuardedInput } from "#ui/GuardedInput.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { EmployersChosen } from "./EmployersChosen.tsx";
import { logText } from "./log-text.ts";
import { PartnerChosen } from "./PartnerChosen.tsx";
import styles from "./QuickLog.module.css";
import { startText } from "./start-text.ts";
import { text } from "./text.ts";
import { useStartVisit } from "./use-start-visit.ts";

/** What is not one visit to one employer: a group session with many, or a partner's visit. Whom, when, in a line; the report follows. */
export function StartVisitPage() {
	const all = useWords(text);
	const log = useWords(logText);
	const words = useWords(startText);
	const [search] = useSearchParams();
	const kind = search.get("sujet") === "partenaire" ? "partner" : "group";
	const { start, change, problems, isSending, save } = useStartVisit(kind, search.get("partenaire"));
	return (
		<div className={styles.page}>
			<Breadcrumb items={[{ label: all.title, to: paths.visits() }, { label: words[kind].title }]} />
			<PageTitle title={words[kind].title} />
			<Card padded>
				<form
					className={styles.fields}
					noValidate
					onSubmit={(event) => {
						event.preventDefault();
						save();
					}}
				>
					{problems.form && (
						<Banner tone="red" live>
							{problems.form}
						</Banner>
					)}
					<p className="muted">{words[kind].help}</p>
					{kind === "group" ? (
						<EmployersChosen value={start.employers} onChange={(employers) => change({ employers })} error={problems.subject} />
					) : (
						<PartnerChosen
							value={start.partner}
							agreementId={start.agreementId}
							onChange={(partner) => change({ partner, agreementId: "" })}
							onAgreement={(agreementId) => change({ agreementId })}
							error={problems.subject}
						/>
					)}
					<Field label={all.head.date} required error={problems.occurredOn}>
						<DateInput value={start.occurredOn} onChange={(event) => change({ occurredOn: event.target.value })} />
					</Field>
					<Field label={log.headline} error={problems.headline}>
						<GuardedInput
							field="headline"
							record={{ entity: "visit", recordId: start.id, isNew: true }}
							value={start.headline}
							placeholder={words[kind].hint}
							onChange={(event) => change({ headline: event.target.value })}
						/>
					</Field>
					<div className={styles.buttons}>
						<Button type="submit" variant="primary" busy={isSending}>
							{words.open}
						</Button>
					</div>
				</form>
			</Card>
		</div>
	);
}
