import type { LocalDate } from "#contract/primitives.ts";
import type { Context } from "../caller.ts";
import { type FieldProblem, Refusal } from "../refusal.ts";
import { faultOfFrancisation } from "../rules/francisation.ts";
import type { PlacedLine } from "../rules/visit-lines.ts";
import { holdFrancisation } from "./francisation-steps.ts";

type Step = { id: string; employerId: string; event: string; occurredOn: LocalDate };
const stepOf = ({ line, employerId }: PlacedLine): Step[] =>
	line.tool === "francisation" && employerId !== null ? [{ id: line.id, employerId, event: String(line.event), occurredOn: String(line.occurredOn) }] : [];

/**
 * The steps of francisation that a report tells come in their order (rules/francisation.ts), among those of the employer and of the report itself; what is amiss is
 * refused beside its field. Only what a save writes or gives to another employer is judged. `lines`: all the complete uses of the report.
 */
export async function requireFrancisation(context: Context, visitId: string, lines: readonly PlacedLine[], written: readonly PlacedLine[]): Promise<void> {
	const judged = written.flatMap((placed) => stepOf(placed).map((step) => ({ step, index: placed.index })));
	if (judged.length === 0) return;
	const told = lines.flatMap(stepOf);
	const known = await holdFrancisation(
		context,
		judged.map(({ step }) => step.employerId),
	);
	const elsewhere = known.filter((step) => step.visitId !== visitId);
	const fields = judged.flatMap(({ step, index }): FieldProblem[] => {
		const others = [...elsewhere, ...told].filter(({ id, employerId }) => employerId === step.employerId && id !== step.id);
		const fault = faultOfFrancisation(others, step);
		return fault ? [{ ...fault, path: `report.toolUses.${index}.${fault.path}` }] : [];
	});
	if (fields.length > 0) throw new Refusal("invalid-input", { fields });
}
