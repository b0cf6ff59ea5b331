import { useMemo, useState } from "react";
import { nearestPlace } from "#contract/distance.ts";
import { useFormat } from "#lib/format.ts";
import { matchEmployers } from "#lib/match-employers.ts";
import { askPosition } from "#lib/position.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Button } from "#ui/Button.tsx";
import { Field } from "#ui/Field.tsx";
import { LazyCombobox } from "#ui/lazy-aria.tsx";
import { Segmented } from "#ui/Segmented.tsx";
import { Select } from "#ui/Select.tsx";
import styles from "./TourControls.module.css";
import { text } from "./text.ts";
import { delays, radii, type TourState } from "./use-tour-state.ts";

const shown = 20;

/** Around what, how far, since when, whose. */
export function TourControls({ start, km, notSeenForDays, isMine, ask }: TourState) {
	const words = useWords(text);
	const { number } = useFormat();
	const { municipalities, servicePoints, mrcName } = useReference();
	const [typed, setTyped] = useState("");
	const [remark, setRemark] = useState("");
	const all = useMemo(
		() => [
			...servicePoints.flatMap(({ id, name, municipalityCode }) =>
				municipalityCode ? [{ id, code: municipalityCode, label: name, detail: words.servicePoint, name, municipalityName: null, neq: null }] : [],
			),
			...municipalities.map(({ code, name, mrcCode }) => ({ id: code, code, label: name, detail: mrcName(mrcCode), name, municipalityName: null, neq: null })),
		],
		[municipalities, servicePoints, mrcName, words],
	);
	const value = all.find(({ id }) => id === start?.code) ?? null;
	const items = matchEmployers(typed === value?.label ? "" : typed, all).slice(0, shown);

	const locate = async () => {
		setRemark(words.looking);
		const position = await askPosition();
		const place = position && nearestPlace(municipalities, position);
		setRemark(place ? words.nearest(place.name) : words.nowhere);
		if (place) ask({ autour: place.code });
	};
	return (
		<fieldset className={styles.controls}>
			<legend className="visually-hidden">{words.controls}</legend>
			<div className={styles.from}>
				<Field label={words.from} className={styles.place}>
					<LazyCombobox
						items={items}
						value={value}
						onInputChange={setTyped}
						onChange={(item) => {
							setRemark("");
							if (item) ask({ autour: item.code });
						}}
						placeholder={words.fromHint}
						emptyText={words.noPlace}
						opensOn="input"
					/>
				</Field>
				<Button icon="visits" onClick={() => void locate()}>
					{words.here}
				</Button>
			</div>
			<Field label={words.radius}>
				<Select
					value={String(km)}
					options={radii.map((one) => ({ value: String(one), label: words.km(number(one)) }))}
					onChange={(event) => ask({ rayon: Number(event.target.value) })}
				/>
			</Field>
			<Field label={words.notSeen}>
				<Select
					value={String(notSeenForDays)}
					options={delays.map((one) => ({ value: String(one), label: words.days(one) }))}
					onChange={(event) => ask({ depuis: Number(event.target.value) })}
				/>
			</Field>
			<Segmented
				label={words.whose}
				value={isMine ? "mine" : "all"}
				options={[
					{ value: "mine", label: words.mine },
					{ value: "all", label: words.all },
				]}
				onChange={(whose) => ask({ qui: whose === "all" ? "tous" : null })}
			/>
			<p className={styles.remark} role="status">
				{remark}
			</p>
		</fieldset>
	);
}
