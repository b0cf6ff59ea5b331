import { writeFileSync } from "node:fs";
import { endpoints } from "#contract/endpoints.ts";
import { openApi } from "#contract/openapi.ts";

// npm run openapi: the committed document follows the contract; a test says when it does not.
writeFileSync(new URL("../contract/openapi.json", import.meta.url), `${JSON.stringify(openApi(endpoints), null, "\t")}\n`);
