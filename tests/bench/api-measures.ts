import { randomUUID } from "node:crypto";
import { dayOfMeasure } from "../speed/day.ts";
import type { Home } from "../speed/home.ts";
import { questions } from "../speed/requests.ts";
import { measure, printHeader, printMeasure } from "./measure.ts";

/** As a counsellor logs it: two needs, the use of a tool and a next step. */
const visitOf = (employerId: string, personId: string, occupationCode: string) => ({
	id: randomUUID(),
	status: "draft",
	employerIds: [employerId],
	adviserIds: [personId],
	mode: "onSite",
	occurredOn: dayOfMeasure,
	headline: "Deux postes à combler avant l’été",
	report: {
		needs: [1, 2].map((posts) => ({ id: randomUUID(), occupationCode, posts, permanence: "permanent" })),
		nextSteps: [{ id: randomUUID(), kind: "call", title: "Rappeler la direction", ownerId: personId, dueOn: "2026-12-04" }],
		toolUses: [{ id: randomUUID(), tool: "employerPortal", event: "search", occurredOn: dayOfMeasure, quantity: 1, source: "declared" }],
	},
});

/** Requests to the API in this process, one at a time: parsing, session, transaction, SQL and answer; no HTTP. */
export async function measureApi(title: string, home: Home) {
	const personId = await home.signIn("manager");
	const asked = {
		...(await questions(home)),
		"facets of the employers": "/employers/facets?fields=stage,mrcCode,sectorCode,advisorId,portal",
		dashboard: "/dashboard",
		"dashboard as of a past day": "/dashboard?asOf=2026-10-15",
		"dashboard of a closed year": "/dashboard?fiscalYear=2025-2026",
		"sleeping cases behind their figure": "/indicators/I06-sleeping/rows?sort=-amount,title",
		"employers accompanied behind their figure": "/indicators/I02/rows",
		"counts of the navigation": "/navigation-counts",
	};
	printHeader(title);
	for (const [name, path] of Object.entries(asked)) printMeasure(await measure(name, () => home.ask(path)));
	const { rows } = await home.opened.query("select employer_id as id from employer_summary where region_code = '16' order by employer_id limit 100");
	const occupation = await home.opened.query("select code from occupation order by code limit 1");
	let visits = 0;
	const log = () => {
		const employerId = String(rows[visits++ % rows.length]?.id);
		return home.ask("/visits", { method: "POST", body: visitOf(employerId, personId, String(occupation.rows[0]?.code)) });
	};
	printMeasure(await measure("log a visit", log));
}
