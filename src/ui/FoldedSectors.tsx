import { useReference } from "#lib/reference.ts";
import { CheckboxGroup } from "./CheckboxGroup.tsx";

type FoldedSectorsProps = {
	label: string;
	value: string[];
	onChange: (sectors: string[]) => void;
	/** What the record held: a sector that is retired stays to be chosen. */
	held: readonly string[];
	error?: string | undefined;
};

/** Sectors of the SCIAN, twenty of them, folded away: none is all. */
export function FoldedSectors({ label, held, ...group }: FoldedSectorsProps) {
	const { sectorOptions } = useReference();
	return (
		<details>
			<summary>{label}</summary>
			<CheckboxGroup label={label} hideLabel columns options={sectorOptions({ held: [...held] })} {...group} />
		</details>
	);
}
