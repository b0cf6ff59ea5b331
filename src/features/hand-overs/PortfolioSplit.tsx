import { heldKinds, type PortfolioLine, sumOf } from "#contract/hand-overs.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Field } from "#ui/Field.tsx";
import { Select, type SelectOption } from "#ui/Select.tsx";
import styles from "./HandOver.module.css";
import { byTerritory, type Split } from "./portfolio-split.ts";
import { text } from "./text.ts";

type PortfolioSplitProps = {
	items: readonly PortfolioLine[];
	split: Split;
	people: readonly SelectOption[];
	onMrc: (mrcCode: string, personId: string) => void;
	onEmployer: (employerId: string, personId: string) => void;
};

/** The portfolio by MRC, each opened on its employers: whoever receives is chosen for the whole, for a territory, or for one. */
export function PortfolioSplit({ items, split, people, onMrc, onEmployer }: PortfolioSplitProps) {
	const words = useWords(text);
	const { plural } = useFormat();
	const { mrcs, mrcName } = useReference();
	const told = (lines: readonly PortfolioLine[]) => {
		const sums = sumOf(lines);
		return heldKinds
			.filter((kind) => sums[kind] > 0)
			.map((kind) => plural(sums[kind], words.kinds[kind].one, words.kinds[kind].other))
			.join(" · ");
	};
	return byTerritory(items, mrcs).map(({ mrcCode, items: lines }) => {
		const name = mrcCode === null ? words.new.noMrc : mrcName(mrcCode);
		return (
			<div key={name} className={styles.territory}>
				<div className={styles.line}>
					<div>
						<strong>{name}</strong>
						<div className="muted">{told(lines)}</div>
					</div>
					{mrcCode !== null && (
						<Field label={words.new.ofMrc(name)} hideLabel>
							<Select
								value={split.byMrc[mrcCode] ?? ""}
								placeholder={words.new.likeTheRest}
								options={people}
								onChange={(event) => onMrc(mrcCode, event.target.value)}
							/>
						</Field>
					)}
				</div>
				<details>
					<summary className={styles.open}>{plural(lines.length, words.kinds.employers.one, words.kinds.employers.other)}</summary>
					<ul className={styles.employers}>
						{lines.map((line) => (
							<li key={line.employerId} className={styles.line}>
								<div>
									{line.employerName}
									<div className="muted">{[line.isOwn ? "" : words.new.theirs, told([{ ...line, isOwn: false }])].filter(Boolean).join(" · ")}</div>
								</div>
								<Field label={words.new.ofEmployer(line.employerName)} hideLabel>
									<Select
										value={split.byEmployer[line.employerId] ?? ""}
										placeholder={mrcCode === null ? words.new.likeTheRest : words.new.likeMrc}
										options={people}
										onChange={(event) => onEmployer(line.employerId, event.target.value)}
									/>
								</Field>
							</li>
						))}
					</ul>
				</details>
			</div>
		);
	});
}
