/** int8, date, timestamp, timestamptz and numeric come out as text in every home: no driver may invent a time zone or round a number. */
const asText = (value: string) => value;
const textTypes = [20, 1082, 1114, 1184, 1700] as const;
export const parsers: Record<number, (value: string) => string> = Object.fromEntries(textTypes.map((oid) => [oid, asText]));
