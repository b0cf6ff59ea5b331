import { heldKinds } from "#contract/hand-overs.ts";
import { useFormat } from "#lib/format.ts";
import { useReference } from "#lib/reference.ts";
import { useWords } from "#lib/words.ts";
import { Item, ItemList } from "#ui/ItemList.tsx";
import table from "#ui/table.module.css";
import { useIsPhone } from "#ui/use-media.ts";
import type { Quantities } from "./portfolio-split.ts";
import { text } from "./text.ts";

/** Who receives what, a line a person; on a phone, in words. */
export function ReceiversTable({ caption, receivers }: { caption: string; receivers: readonly (Quantities & { personId: string })[] }) {
	const words = useWords(text);
	const { number, plural } = useFormat();
	const { personName } = useReference();
	const isPhone = useIsPhone();
	if (isPhone)
		return (
			<ItemList label={caption}>
				{receivers.map((one) => (
					<Item key={one.personId} title={personName(one.personId)}>
						{heldKinds
							.filter((kind) => one[kind] > 0)
							.map((kind) => plural(one[kind], words.kinds[kind].one, words.kinds[kind].other))
							.join(" · ")}
					</Item>
				))}
			</ItemList>
		);
	return (
		<table className={table.table}>
			<caption className="visually-hidden">{caption}</caption>
			<thead>
				<tr>
					<th scope="col">{words.new.person}</th>
					{heldKinds.map((kind) => (
						<th key={kind} scope="col" className={table.number}>
							{words.short[kind]}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{receivers.map((one) => (
					<tr key={one.personId}>
						<th scope="row">{personName(one.personId)}</th>
						{heldKinds.map((kind) => (
							<td key={kind} className={table.number}>
								{number(one[kind])}
							</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}
