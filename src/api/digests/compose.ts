import { type Alert, alertKinds, type DigestPreference } from "#contract/digests.ts";
import type { LocalDate } from "#contract/primitives.ts";
import { addDays, daysBetween } from "../rules/calendar.ts";
import { addressOf, digestAddress, preferenceAddress } from "./addresses.ts";
import type { MailMessage } from "./mail.ts";
import { en } from "./text.en.ts";
import { fr } from "./text.fr.ts";

/** What an e-mail may say of an alert: the employer's name and place, the kind of thing, the day. No title that was typed, no report, no person. */
export type ToldOf = Omit<Alert, "title" | "isNew" | "state" | "fact">;

type Digest = {
	alerts: readonly ToldOf[];
	/** How many others stand, of which one was told before. */
	standing: number;
	today: LocalDate;
	language: DigestPreference["language"];
	/** Where people reach Jalon. */
	origin: string;
	/** The label of an alert's code in its vocabulary, when it has one. */
	labelOf: (alert: ToldOf) => string | null;
};

/** An e-mail is read in a minute: so many lines a kind, the rest on the page. */
const mostLines = 20;

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const html = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** The digest of a day, as an e-mail of two forms that say the same. */
export function composeDigest({ alerts, standing, today, language, origin, labelOf }: Digest): Pick<MailMessage, "subject" | "text" | "html" | "unsubscribe"> {
	const words = language === "en" ? en : fr;
	const written = (day: LocalDate, options: Intl.DateTimeFormatOptions) =>
		words.day(new Intl.DateTimeFormat(words.locale, { timeZone: "UTC", ...options }).format(new Date(`${day}T12:00:00Z`)));
	const long = (day: LocalDate) => written(day, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
	const short = (day: LocalDate) => written(day, { day: "numeric", month: "long", ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" }) });
	const whenOf = ({ kind, on, isLate }: ToldOf) => {
		const days = daysBetween(on, today);
		if (kind === "visit") return on === today ? words.today : on === addDays(today, 1) ? words.tomorrow : long(on);
		if (kind === "followUp") return days > 0 ? words.lateBy(days) : words.dueToday;
		if (kind === "signal") return words.raisedOn(short(on));
		if (kind === "report") return words.visitOf(short(on));
		if (kind === "sleepingCase") return words.idleFor(days);
		return isLate ? words.unansweredFor(days) : words.expectedOn(short(on));
	};
	const lineOf = (alert: ToldOf) => {
		const who = [alert.name ?? words.nobody, alert.placeName].filter(Boolean).join(", ");
		const what = [alert.promised ? words.promise : null, labelOf(alert), whenOf(alert)].filter(Boolean).join(" · ");
		return { who, what, address: origin + addressOf(alert) };
	};
	const groups = alertKinds.flatMap((kind) => {
		const all = alerts.filter((one) => one.kind === kind);
		return all.length === 0
			? []
			: [{ title: `${words.kinds[kind]} (${all.length})`, lines: all.slice(0, mostLines).map(lineOf), more: Math.max(0, all.length - mostLines) }];
	});
	const page = origin + digestAddress;
	const preference = origin + preferenceAddress;
	const left = standing > 0 ? words.standing(standing) : null;
	const plain = [
		words.hello,
		words.lead(long(today)),
		...groups.map(({ title, lines, more }) =>
			[title, ...lines.map(({ who, what, address }) => `- ${who}\n  ${what}\n  ${address}`), ...(more > 0 ? [`  ${words.andMore(more)}`] : [])].join("\n"),
		),
		...(left ? [left] : []),
		`${words.seeAll}\n${page}`,
		`--\n${words.why}\n${words.change}\n${preference}`,
	].join("\n\n");
	const link = (address: string, text: string) => `<a href="${html(address)}">${html(text)}</a>`;
	const rich = [
		`<p>${html(words.hello)}</p><p>${html(words.lead(long(today)))}</p>`,
		...groups.map(
			({ title, lines, more }) =>
				`<h2 style="font-size:16px;margin:20px 0 4px">${html(title)}</h2><ul style="margin:0;padding-left:20px">${lines
					.map(({ who, what, address }) => `<li style="margin:6px 0">${link(address, who)}<br>${html(what)}</li>`)
					.join("")}${more > 0 ? `<li style="margin:6px 0">${html(words.andMore(more))}</li>` : ""}</ul>`,
		),
		`<p style="margin-top:20px">${left ? `${html(left)} ` : ""}${link(page, words.seeAll)}</p>`,
		`<p style="font-size:13px;color:#586371">${html(words.why)} ${link(preference, words.change)}</p>`,
	].join("\n");
	return {
		subject: words.subject(alerts.length, long(today)),
		text: `${plain}\n`,
		html: `<!doctype html><html lang="${words.locale}"><body style="font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:1.45;color:#223654;max-width:640px">${rich}</body></html>`,
		unsubscribe: preference,
	};
}
