import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { heldKinds } from "#contract/hand-overs.ts";
import { errorSentence } from "#lib/error-sentence.ts";
import { paths } from "#lib/paths.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Breadcrumb } from "#ui/Breadcrumb.tsx";
import { Card } from "#ui/Card.tsx";
import { ErrorState } from "#ui/ErrorState.tsx";
import { Field } from "#ui/Field.tsx";
import { PageTitle } from "#ui/PageTitle.tsx";
import { Select } from "#ui/Select.tsx";
import { Skeleton } from "#ui/Skeleton.tsx";
import styles from "./HandOver.module.css";
import { HandOverForm } from "./HandOverForm.tsx";
import { PortfolioCard } from "./PortfolioCard.tsx";
import { portfolioQuery } from "./queries.ts";
import { text } from "./text.ts";

const holders = ["advisor", "recruitmentAdvisor", "manager"];

/** From whom, what they hold, then to whom: nothing moves before it has been seen. */
export function NewHandOverPage() {
	const words = useWords(text);
	const { people } = useReference();
	const [search, setSearch] = useSearchParams();
	const from = search.get("de") ?? "";
	const { data, error, refetch } = useQuery({ ...portfolioQuery(from), enabled: from !== "" });
	const options = people
		.filter(({ role }) => holders.includes(role))
		.map(({ id, name, atWork }) => ({ value: id, label: atWork ? name : words.new.gone(name) }));
	return (
		<>
			<Breadcrumb items={[{ label: words.title, to: paths.handOvers() }, { label: words.new.title }]} />
			<PageTitle title={words.new.title} />
			<div className={styles.stack}>
				<Card padded>
					<div className={styles.form}>
						<Field label={words.new.from} required>
							<Select
								value={from}
								placeholder={words.new.choose}
								options={options}
								onChange={(event) => setSearch({ de: event.target.value }, { replace: true })}
							/>
						</Field>
					</div>
				</Card>
				{error && !data && <ErrorState title={words.new.portfolioFailed} detail={errorSentence(error)} onRetry={() => void refetch()} />}
				{from !== "" && !error && !data && <Skeleton shape="block" height="140px" />}
				{data && <PortfolioCard portfolio={data} />}
				{data && heldKinds.some((kind) => data.totals[kind] > 0) && <HandOverForm key={from} portfolio={data} onChanged={() => void refetch()} />}
			</div>
		</>
	);
}
