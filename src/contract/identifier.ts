/** An UCI, a social insurance number, a permit or a passport: eight digits and more, or letters followed by six (Act respecting Access to documents, s. 64: no more than is necessary). */
const identifier = /(?:\d[\s-]?){8,}|[A-Za-z]{1,2}\d{6,}/;
/** Whether words of one's own hold what looks like somebody's number. */
export const holdsIdentifier = (text: string): boolean => identifier.test(text);
