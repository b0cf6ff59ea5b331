/**
 * The one filter language of every list, board, export and bulk edit: RSQL (draft-nottingham-atompub-fiql and its usual extensions).
 * `stage==recruitment;(mrcCode=in=(54,56),openPosts=ge=5)` — `;` is and, `,` is or, parentheses group.
 */
export type FieldType = "text" | "code" | "id" | "number" | "date" | "boolean";
export type FieldDefinition = { type: FieldType; sort?: boolean; facet?: boolean };
export type FieldSet = Record<string, FieldDefinition>;

export const comparisons = ["==", "!=", "=in=", "=out=", "=gt=", "=ge=", "=lt=", "=le=", "=null="] as const;
export type Comparison = (typeof comparisons)[number];

export type Condition = { field: string; comparison: Comparison; values: string[] };
export type Filter = Condition | { all: Filter[] } | { any: Filter[] };

export class FilterError extends Error {
	readonly code: "filter-syntax" | "filter-field" | "filter-comparison" | "filter-value";
	readonly detail: string;
	constructor(code: FilterError["code"], detail: string) {
		super(`${code}: ${detail}`);
		this.code = code;
		this.detail = detail;
	}
}

const allowed: Record<FieldType, readonly Comparison[]> = {
	text: ["==", "!=", "=in=", "=out=", "=null="],
	code: ["==", "!=", "=in=", "=out=", "=null="],
	id: ["==", "!=", "=in=", "=out=", "=null="],
	number: ["==", "!=", "=gt=", "=ge=", "=lt=", "=le=", "=null="],
	date: ["==", "=gt=", "=ge=", "=lt=", "=le=", "=null="],
	boolean: ["=="],
};

const valueShape: Record<FieldType, RegExp> = {
	text: /^[^\0]{1,200}$/,
	code: /^[A-Za-z0-9-]{1,40}$/,
	id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
	number: /^-?[0-9]{1,9}$/,
	date: /^[12][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/,
	boolean: /^(true|false)$/,
};

const token = /\s*(?:([;,()])|(==|!=|=[a-z]+=)|"((?:[^"\\]|\\.)*)"|([^\s;,()="!]+))/y;

function tokenize(text: string): { kind: "mark" | "comparison" | "value"; text: string }[] {
	const tokens: ReturnType<typeof tokenize> = [];
	token.lastIndex = 0;
	while (token.lastIndex < text.trimEnd().length) {
		const at = token.lastIndex;
		const match = token.exec(text);
		if (!match) throw new FilterError("filter-syntax", text.slice(at, at + 20));
		const [, mark, comparison, quoted, bare] = match;
		if (mark !== undefined) tokens.push({ kind: "mark", text: mark });
		else if (comparison !== undefined) tokens.push({ kind: "comparison", text: comparison });
		else tokens.push({ kind: "value", text: quoted !== undefined ? quoted.replace(/\\(.)/g, "$1") : (bare ?? "") });
	}
	return tokens;
}

function checkCondition(condition: Condition, fields: FieldSet): Condition {
	const definition = Object.hasOwn(fields, condition.field) ? fields[condition.field] : undefined;
	if (!definition) throw new FilterError("filter-field", condition.field);
	if (!allowed[definition.type].includes(condition.comparison)) throw new FilterError("filter-comparison", `${condition.field}${condition.comparison}`);
	const shape = condition.comparison === "=null=" ? valueShape.boolean : valueShape[definition.type];
	for (const value of condition.values) if (!shape.test(value)) throw new FilterError("filter-value", `${condition.field}: ${value}`);
	return condition;
}

/** Text → tree, checked against the list's fields; an unknown field, comparison or value is refused by name. At most 60 conditions, 6 levels. */
export function parseFilter(text: string, fields: FieldSet): Filter {
	const tokens = tokenize(text);
	let at = 0;
	let conditions = 0;
	const peek = () => tokens[at]?.text;
	const fail = (): never => {
		throw new FilterError("filter-syntax", peek() ?? "…");
	};
	const take = (kind: string, expected?: string): string => {
		const next = tokens[at];
		if (!next || next.kind !== kind || (expected !== undefined && next.text !== expected)) return fail();
		at += 1;
		return next.text;
	};
	const isMark = (mark: string) => tokens[at]?.kind === "mark" && peek() === mark;

	const condition = (): Condition => {
		conditions += 1;
		if (conditions > 60) return fail();
		const field = take("value");
		const comparison = take("comparison") as Comparison;
		if (!comparisons.includes(comparison)) throw new FilterError("filter-comparison", comparison);
		if (comparison !== "=in=" && comparison !== "=out=") return checkCondition({ field, comparison, values: [take("value")] }, fields);
		take("mark", "(");
		const values = [take("value")];
		while (isMark(",")) {
			at += 1;
			values.push(take("value"));
		}
		take("mark", ")");
		return checkCondition({ field, comparison, values }, fields);
	};
	const group = (depth: number): Filter => {
		if (!isMark("(")) return condition();
		if (depth > 6) return fail();
		at += 1;
		const inner = any(depth + 1);
		take("mark", ")");
		return inner;
	};
	const series = (mark: string, item: () => Filter): Filter[] => {
		const items = [item()];
		while (isMark(mark)) {
			at += 1;
			items.push(item());
		}
		return items;
	};
	const all = (depth: number): Filter => {
		const items = series(";", () => group(depth));
		return items.length === 1 ? (items[0] as Filter) : { all: items };
	};
	const any = (depth: number): Filter => {
		const items = series(",", () => all(depth));
		return items.length === 1 ? (items[0] as Filter) : { any: items };
	};

	const filter = any(0);
	if (at < tokens.length) fail();
	return filter;
}

/** Whether a part of a filter speaks of one field only: a condition, or a group of them. */
export const isAbout = (filter: Filter, field: string): boolean =>
	"field" in filter ? filter.field === field : "any" in filter && filter.any.every((item) => isAbout(item, field));

/** Whether a filter speaks of a field anywhere. */
export const names = (filter: Filter, field: string): boolean =>
	"field" in filter ? filter.field === field : ("all" in filter ? filter.all : filter.any).some((item) => names(item, field));

const printValue = (value: string) => (/^[^\s;,()="!\\]+$/.test(value) ? value : `"${value.replace(/["\\]/g, "\\$&")}"`);

/** Tree → text; parseFilter(printFilter(f)) is f. */
export function printFilter(filter: Filter, inside: "all" | "any" | "top" = "top"): string {
	if ("all" in filter) return filter.all.map((item) => printFilter(item, "all")).join(";");
	if ("any" in filter) {
		const text = filter.any.map((item) => printFilter(item, "any")).join(",");
		return inside === "all" ? `(${text})` : text;
	}
	const values = filter.values.map(printValue).join(",");
	return `${filter.field}${filter.comparison}${filter.comparison === "=in=" || filter.comparison === "=out=" ? `(${values})` : values}`;
}
