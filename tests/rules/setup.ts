import { writeSnapshot } from "../../mocks/node/snapshot.ts";
import { dayOfTests } from "../../mocks/node.ts";

/** The region that the files of this folder copy: made before them, or each would make it. */
export default async function setup() {
	await writeSnapshot({ scenario: "region", today: dayOfTests });
}
