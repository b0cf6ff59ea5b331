import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Card } from "#ui/Card.tsx";
import { type Tile, TileMap } from "#ui/charts/TileMap.tsx";
import type { CardProps } from "./card.ts";
import { IndicatorRule } from "./IndicatorRule.tsx";
import { text } from "./text.ts";

/** Visits of the period by territory: those of the region on some day of it, and whatever else was visited. */
export function TerritoryCard({ dashboard: { territories }, figures }: CardProps) {
	const words = useWords(text);
	const { number, plural, prose } = useFormat();
	const { mrcName } = useReference();
	const elsewhere = figures
		.parts("I04", "mrcCode")
		.map(({ keys }) => keys[0] ?? null)
		.filter((code) => !territories.some((one) => one.code === code))
		.map((code) => ({ code, name: code === null ? words.noTerritory : mrcName(code), until: null, tile: null }));
	const tiles: Tile[] = [...territories, ...elsewhere].map(({ code, name, until, tile }) => {
		const value = figures.part("I04", "mrcCode", code) ?? 0;
		return {
			id: code ?? "none",
			name,
			value,
			display: number(value),
			href: value > 0 ? figures.link("I04", [["mrcCode", code]]) : undefined,
			tile,
			remark: until ? words.map.until(prose(until)) : undefined,
		};
	});
	const first = tiles.reduce((most, one) => (one.value > most.value ? one : most), tiles[0] as Tile);
	const told = (value: number) => plural(value, words.visits.one, words.visits.other);
	return (
		<Card title={words.map.title} aside={words.map.aside} actions={<IndicatorRule id="I04" />} padded>
			<TileMap
				tiles={tiles}
				summary={words.map.summary(told(figures.value("I04") ?? 0), first.name)}
				words={words.map.words}
				label={({ name, value }) => words.map.tile(name, told(value))}
				note={words.map.note(number(territories.length))}
			/>
		</Card>
	);
}
